package io.github.memoryleak.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.census.Meter;
import io.github.memoryleak.finding.Change;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.growth.Trend;
import io.github.memoryleak.heap.growth.GrownHolder;
import io.github.memoryleak.rounds.Growing;
import io.github.memoryleak.rounds.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContradictionTest {
  private static final int LOOPS = 24;
  private final List<Growing> growing = new ArrayList<>();
  private final List<GrownHolder> holders = new ArrayList<>();

  @Test
  void growth_that_goes_on_between_the_dumps_is_confirmed() {
    grows("com.acme.Session", 1, true);
    assertThat(contradicts(Map.of("com.acme.Session", 24L))).isFalse();
    assertThat(contradicts(Map.of("com.acme.Session", 17L))).isFalse();
    assertThat(contradicts(Map.of("com.acme.Session", 72L + 200))).isFalse();
  }

  @Test
  void a_holder_of_more_confirms_growth_that_is_slower_between_the_dumps() {
    grows("com.acme.Session", 1, true);
    holds("com.acme.Session", 5, false);
    assertThat(contradicts(Map.of("com.acme.Session", 8L))).isFalse();
  }

  @Test
  void slower_growth_that_nobody_holds_is_contradicted() {
    // H2's upper-case names on JDK 25: their hashes met slots that were taken.
    grows("java.lang.String", 4.45, true);
    holds("java.lang.String", 20, false);
    holds("java.lang.String", 90, true);
    assertThat(contradicts(Map.of("java.lang.String", 36L))).isTrue();
    assertThat(contradicts(Map.of("java.lang.String", 74L))).isTrue();
    assertThat(contradicts(Map.of("java.lang.String", 75L))).isFalse();
  }

  @Test
  void growth_that_stops_between_the_dumps_is_contradicted() {
    grows("com.acme.Session", 1, true);
    assertThat(contradicts(Map.of("com.acme.Session", 7L))).isTrue();
    assertThat(contradicts(Map.of("com.acme.Session", -500L))).isTrue();
  }

  @Test
  void growth_that_is_many_times_as_fast_between_the_dumps_is_contradicted() {
    grows("java.lang.Integer", 2, true);
    assertThat(contradicts(Map.of("java.lang.Integer", 2400L))).isTrue();
  }

  @Test
  void what_has_another_name_in_a_dump_says_nothing() {
    grows("com.acme.Script%d", 1, true);
    assertThat(contradicts(Map.of("com.acme.Script1", 1L))).isFalse();
  }

  @Test
  void one_class_that_goes_on_is_enough() {
    grows("com.acme.Session", 1, true);
    grows("byte[]", 3, true);
    assertThat(contradicts(Map.of("com.acme.Session", 24L, "byte[]", 0L))).isFalse();
    assertThat(contradicts(Map.of("com.acme.Session", 0L, "byte[]", 0L))).isTrue();
  }

  @Test
  void what_comes_seldom_or_grows_in_bytes_alone_may_fail_to_come() {
    grows("com.acme.Session", 0.3, true);
    grows("byte[]", 1, false);
    assertThat(contradicts(Map.of("com.acme.Session", 0L, "byte[]", 0L))).isFalse();
  }

  @Test
  void without_dumps_nothing_is_contradicted() {
    grows("com.acme.Session", 1, true);
    assertThat(Explanation.NONE.contradicts(measured())).isFalse();
  }

  private void grows(String type, double perLoop, boolean byCount) {
    GrowingType grown =
        new GrowingType(type, Math.round(perLoop * 100), 1600, perLoop, perLoop * 16);
    growing.add(new Growing(grown, Trend.STEADY, Meter.HEAP, byCount));
  }

  private void holds(String type, long more, boolean soft) {
    holders.add(
        new GrownHolder(
            "com.acme.Sessions.ACTIVE",
            List.of("com.acme.Sessions.ACTIVE", type),
            type,
            List.of(more),
            16 * more,
            32 * more,
            2 * more,
            Map.of(type, more),
            List.of(),
            soft,
            List.of()));
  }

  private boolean contradicts(Map<String, Long> classGrowth) {
    return new Explanation(holders, List.of(), LOOPS, null, Set.of(), classGrowth, List.of())
        .contradicts(measured());
  }

  private Measurement measured() {
    return new Measurement(
        Measurement.Outcome.LEAKING,
        7,
        3,
        100,
        20,
        new Change(0, 1600),
        200,
        new Change(5, 5),
        growing,
        List.of(),
        List.of(),
        List.of(),
        1_000_000);
  }
}
