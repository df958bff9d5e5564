package io.github.memoryleak.maven.watch;

import io.github.memoryleak.finding.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a watch has shown.
 *
 * @param jvm which JVM it was
 * @param samples how many samples there are
 * @param time from the first to the last
 * @param trends of each level that is known at all
 * @param classes those of which there are more and more
 */
public record WatchResult(
    String jvm, int samples, Duration time, List<LevelTrend> trends, List<ClassTrend> classes) {

  /** Copies the lists. */
  public WatchResult {
    trends = List.copyOf(trends);
    classes = List.copyOf(classes);
  }

  /**
   * {@return what the samples show}
   *
   * @param watch the samples
   */
  public static WatchResult of(WatchFile.Watch watch) {
    List<WatchSample> samples = watch.samples();
    Duration time =
        samples.isEmpty()
            ? Duration.ZERO
            : Duration.between(samples.get(0).time(), samples.get(samples.size() - 1).time());
    List<LevelTrend> trends =
        Arrays.stream(Level.values())
            .map(level -> LevelTrend.of(level, samples))
            .filter(trend -> trend.points() > 0)
            .toList();
    return new WatchResult(watch.jvm(), samples.size(), time, trends, ClassTrend.growing(samples));
  }

  /** {@return LEAK when a level grew to the end; PASS when all that are judged are known not to} */
  public Verdict verdict() {
    if (trends.stream().anyMatch(LevelTrend::isLeak)) {
      return Verdict.LEAK;
    }
    return doubts().isEmpty() ? Verdict.PASS : Verdict.INCONCLUSIVE;
  }

  /** {@return the levels that leak} */
  public List<LevelTrend> leaks() {
    return trends.stream().filter(LevelTrend::isLeak).toList();
  }

  /** {@return a sentence for each reason why there is no clear answer} */
  public List<String> doubts() {
    List<String> doubts = new ArrayList<>();
    if (samples < LevelTrend.MIN_POINTS) {
      doubts.add(
          "There are only %d samples, and an answer needs %d: watch longer, or with a shorter leak.interval."
              .formatted(samples, LevelTrend.MIN_POINTS));
      return doubts;
    }
    int collections = points(Level.HEAP);
    if (collections < LevelTrend.MIN_POINTS) {
      doubts.add(
          "The heap was collected only %d times, and an answer needs %d: watch longer, or set leak.collect."
              .formatted(collections, LevelTrend.MIN_POINTS));
    }
    trends.stream()
        .filter(LevelTrend::isSlowing)
        .map(
            t ->
                "The "
                    + t.level().text()
                    + " grew, but not provably to the end: watch longer to tell a leak from what"
                    + " fills up.")
        .forEach(doubts::add);
    return doubts;
  }

  private int points(Level level) {
    return trends.stream()
        .filter(t -> t.level() == level)
        .mapToInt(LevelTrend::points)
        .findFirst()
        .orElse(0);
  }
}
