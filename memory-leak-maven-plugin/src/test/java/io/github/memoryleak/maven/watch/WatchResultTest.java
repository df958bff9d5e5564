package io.github.memoryleak.maven.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.finding.Verdict;
import io.github.memoryleak.maven.watch.WatchSample.ClassCount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToLongFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WatchResultTest {
  private static final Instant START = Instant.parse("2026-11-28T08:00:00Z");
  private static final long MB = 1 << 20;

  /** A minute from sample to sample, and one collection in each. */
  private static WatchResult watch(int samples, IntToLongFunction heap, IntToLongFunction threads) {
    List<WatchSample> all = new ArrayList<>();
    for (int i = 0; i < samples; i++) {
      Map<Level, Long> levels =
          Map.of(Level.HEAP, heap.applyAsLong(i), Level.THREADS, threads.applyAsLong(i));
      Map<String, ClassCount> classes =
          Map.of(
              "com.acme.Session", new ClassCount(100 + heap.applyAsLong(i) / MB, 24L * i),
              "java.lang.String", new ClassCount(5000 + i % 7, 120_000));
      all.add(new WatchSample(START.plusSeconds(60L * i), i + 1, levels, classes));
    }
    return WatchResult.of(new WatchFile.Watch("process 4711 (com.acme.Main)", all));
  }

  @Test
  void a_heap_that_grows_to_the_end_is_a_leak_with_the_classes_that_grow() {
    WatchResult result = watch(120, i -> 50 * MB + i * MB + (i % 5) * MB, i -> 40 + i % 3);
    assertThat(result.verdict()).isEqualTo(Verdict.LEAK);
    assertThat(result.leaks()).extracting(LevelTrend::level).containsExactly(Level.HEAP);
    assertThat(result.leaks().get(0).sentence())
        .startsWith("heap after collections +60.00 MB an hour (at least +5");
    assertThat(result.classes()).extracting(ClassTrend::type).containsExactly("com.acme.Session");
  }

  @Test
  void levels_that_only_move_up_and_down_pass() {
    WatchResult result = watch(120, i -> 50 * MB + (i % 9) * MB, i -> 40 + i % 3);
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.doubts()).isEmpty();
    assertThat(result.classes()).isEmpty();
  }

  @Test
  void a_cache_that_fills_up_at_first_passes() {
    Random random = new Random(17);
    WatchResult result =
        watch(200, i -> 50 * MB + Math.min(i, 40) * MB + random.nextInt((int) MB), i -> 40);
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.trends().get(0).word()).isIn("grew at first", "steady");
  }

  @Test
  void threads_that_grow_are_a_leak_beside_a_steady_heap() {
    WatchResult result = watch(60, i -> 50 * MB + (i % 4) * MB, i -> 40 + i);
    assertThat(result.verdict()).isEqualTo(Verdict.LEAK);
    assertThat(result.leaks())
        .extracting(LevelTrend::sentence)
        .containsExactly("threads +60 an hour (at least +60)");
  }

  @Test
  void growth_that_is_no_matter_passes() {
    WatchResult result = watch(60, i -> 50 * MB + 100L * i, i -> 40);
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.trends().get(0).word()).isEqualTo("hardly grows");
  }

  @Test
  void too_few_samples_have_no_answer() {
    WatchResult result = watch(12, i -> 50 * MB + i * MB, i -> 40);
    assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(result.doubts())
        .containsExactly(
            "There are only 12 samples, and an answer needs 20: watch longer, or with a shorter"
                + " leak.interval.");
  }

  @Test
  void no_samples_have_no_answer() {
    assertThat(watch(0, i -> 0, i -> 0).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void a_heap_that_was_hardly_collected_has_no_answer() {
    List<WatchSample> samples = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      samples.add(
          new WatchSample(
              START.plusSeconds(60L * i), i / 20, Map.of(Level.HEAP, 50 * MB), Map.of()));
    }
    WatchResult result = WatchResult.of(new WatchFile.Watch("process 4711", samples));
    assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(result.doubts())
        .containsExactly(
            "The heap was collected only 3 times, and an answer needs 20: watch longer, or set"
                + " leak.collect.");
  }

  /** By chance, up to 33 of a million such series are: so the series are the same in each run. */
  @Property(tries = 2000, seed = "17")
  void noise_is_no_leak(@ForAll long seed, @ForAll @IntRange(min = 20, max = 300) int samples) {
    Random random = new Random(seed);
    WatchResult result =
        watch(samples, i -> 50 * MB + random.nextInt((int) (8 * MB)), i -> 40 + random.nextInt(9));
    assertThat(result.leaks()).isEmpty();
  }

  @Property(tries = 100)
  void a_leak_as_large_as_the_noise_of_ten_samples_is_found(
      @ForAll long seed, @ForAll @IntRange(min = 100, max = 300) int samples) {
    Random random = new Random(seed);
    WatchResult result =
        watch(samples, i -> 50 * MB + i * MB + random.nextInt((int) (10 * MB)), i -> 40);
    assertThat(result.verdict()).isEqualTo(Verdict.LEAK);
  }

  @Test
  void the_text_shows_all_levels_and_the_classes_that_grow() {
    assertThat(WatchText.of(watch(60, i -> 50 * MB + i * MB, i -> 40), 10))
        .containsExactly(
            "LEAK process 4711 (com.acme.Main), watched for 59 min 00 s with 60 samples",
            "",
            "   first       last   per hour          between (99 %)          level",
            "50.00 MB  109.00 MB  +60.00 MB  +60.00 MB to +60.00 MB   grows  heap after collections",
            "      40         40         +0                +0 to +0  steady  threads",
            "",
            "Classes with more and more objects:",
            "objects per hour  bytes per hour  objects at the end  class",
            "             +60        +1.41 KB                 209  com.acme.Session");
  }
}
