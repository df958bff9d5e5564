package io.github.memoryleak.report;

import io.github.memoryleak.finding.Advice;
import io.github.memoryleak.finding.Change;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.finding.Interval;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.Owner;
import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.finding.State;
import io.github.memoryleak.finding.Status;
import io.github.memoryleak.finding.SubjectResult;
import io.github.memoryleak.finding.ThreadTrace;
import io.github.memoryleak.finding.Verdict;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes reports with anything in them that the model allows. */
public final class AnyReport {

  /** What has broken writers before: quotes, control characters, halves of characters. */
  private static final String[] PIECES = {
    "a",
    "com.acme.Cart",
    "\"",
    "\\",
    "/",
    "\u0000",
    "\t",
    "\n",
    "\r",
    "\u001b[31m",
    "\u007f",
    "\u0085",
    "\u2028",
    "\ud83d",
    "\ude00",
    "\ud83d\ude00",
    "\uffff",
    "\ufffe",
    "<&>]]>",
    "é",
    "漢"
  };

  private final Random random;

  /**
   * Makes the reports of a seed.
   *
   * @param seed the same seed makes the same reports
   */
  public AnyReport(long seed) {
    random = new Random(seed);
  }

  /** {@return the next report} */
  public LeakReport report() {
    return new LeakReport(
        any(Verdict.values()),
        new LeakReport.Environment(
            text(),
            text(),
            text(),
            text(),
            millis(),
            List.of(new LeakReport.ForeignThreads(text(), 3))),
        list(this::subject),
        list(this::finding),
        list(() -> new Problem(text(), any(Problem.Type.values()), text(), texts())),
        texts());
  }

  private SubjectResult subject() {
    return new SubjectResult(
        text(),
        any(Verdict.values()),
        random.nextBoolean() ? null : text(),
        random.nextInt(),
        random.nextInt(),
        change(),
        change(),
        millis());
  }

  private Finding finding() {
    return new Finding(
        any(Kind.values()),
        text(),
        text(),
        number(),
        random.nextLong(),
        random.nextBoolean() ? null : random.nextLong(),
        random.nextBoolean() ? null : random.nextLong(),
        random.nextBoolean() ? null : text(),
        texts(),
        texts(),
        any(State.values()),
        any(Owner.values()),
        text(),
        any(Status.values()),
        list(
            () ->
                new GrowingType(text(), random.nextLong(), random.nextLong(), number(), number())),
        list(() -> new ThreadTrace(text(), text(), text(), random.nextBoolean(), texts())),
        random.nextBoolean() ? null : advice(),
        random.nextBoolean() ? null : text(),
        random.nextBoolean() ? null : interval());
  }

  private Interval interval() {
    long low = random.nextLong() >> 1;
    return new Interval(low, low + random.nextInt(1000));
  }

  private Advice advice() {
    return new Advice(text(), text(), random.nextBoolean() ? null : text());
  }

  private Change change() {
    return new Change(random.nextLong() >> 1, random.nextLong() >> 1);
  }

  private long millis() {
    return random.nextInt(Integer.MAX_VALUE);
  }

  private double number() {
    return random.nextInt(3) == 0 ? random.nextInt(5) : random.nextGaussian() * 1e3;
  }

  private String text() {
    return String.join("", list(() -> any(PIECES)));
  }

  private List<String> texts() {
    return list(this::text);
  }

  private <T> List<T> list(Supplier<T> item) {
    return Stream.generate(item).limit(random.nextInt(4)).toList();
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
