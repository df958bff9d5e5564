package io.github.memoryleak.census;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Waits for what others close late: threads of the program, and that of the cleaners after a
 * collection.
 *
 * <p>Where a round's waits have changed nothing, those of the next rounds would most likely be in
 * vain, too, and of a leak of files they take most of the time. They are saved then, as long as
 * nothing falls, and made up for before a verdict.
 */
final class LateClosing {
  private final LongSupplier exact;
  private final LongSupplier quick;
  private long level = Long.MAX_VALUE;
  private long seen;
  private Duration owed = Duration.ZERO;
  private boolean inVain;
  private boolean fell;
  private boolean stayed;

  /**
   * Makes one that has seen nothing yet.
   *
   * @param exact reads how many there are
   * @param quick reads it at less cost; it may tell more than there are
   */
  LateClosing(LongSupplier exact, LongSupplier quick) {
    this.exact = exact;
    this.quick = quick;
  }

  /** Says that what was seen so far says nothing about the rounds to come. */
  void saveNothing() {
    inVain = false;
    stayed = false;
  }

  /**
   * Says that a round has ended.
   *
   * @param most how many there may be: no more than after the round before
   */
  void roundEnds(long most) {
    inVain |= stayed && !fell;
    level = most;
    seen = 0;
    owed = Duration.ZERO;
    fell = false;
    stayed = false;
  }

  /**
   * {@return how many there are, once there are no more than there may be, or that has been waited
   * for}
   *
   * @param patience how long to wait at least
   */
  long await(Duration patience) {
    note();
    if (inVain) {
      owed = seen > level ? owed.plus(patience) : owed;
    } else {
      waitFor(patience);
      stayed = seen > level;
    }
    return seen;
  }

  /** Waits for as long as was saved in this round. */
  void makeUp() {
    note();
    waitFor(owed);
    owed = Duration.ZERO;
  }

  private void waitFor(Duration patience) {
    Falling.to(level, quick, patience);
    note();
  }

  private void note() {
    long now = exact.getAsLong();
    if (now < seen) {
      fell = true;
      inVain = false;
    }
    seen = now;
  }
}
