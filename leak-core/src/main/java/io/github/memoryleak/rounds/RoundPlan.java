package io.github.memoryleak.rounds;

import java.time.Duration;

/**
 * How a subject is measured.
 *
 * @param screen whether to stop as soon as growth is seen, without proving it
 * @param before how often the subject has run in this JVM already
 * @param grown in how many of these loops it was seen to grow
 * @param warmup loops before the baseline
 * @param maxRounds the most rounds
 * @param firstLoops loops of the first round for a cheap subject; each further round has twice as
 *     many
 * @param settle how long threads and late clean-up may take
 * @param budget how long the rounds may take; what is clear by then counts
 * @param framework what grows with every loop whatever is measured
 */
public record RoundPlan(
    boolean screen,
    int before,
    int grown,
    int warmup,
    int maxRounds,
    int firstLoops,
    Duration settle,
    Duration budget,
    FrameworkGrowth framework) {

  /** {@return how often the subject has run in this JVM when the baseline is taken} */
  long loopsBefore() {
    return (long) before + warmup;
  }
}
