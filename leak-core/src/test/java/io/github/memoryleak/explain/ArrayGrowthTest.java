package io.github.memoryleak.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.census.Meter;
import io.github.memoryleak.finding.Change;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.growth.Trend;
import io.github.memoryleak.heap.growth.GrownHolder;
import io.github.memoryleak.rounds.Growing;
import io.github.memoryleak.rounds.Measurement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArrayGrowthTest {
  private static final String TABLES = "java.lang.Object[]";
  private static final int LOOPS = 600;

  @Test
  void an_array_that_somebody_holds_more_of_is_not_refuted() {
    assertThat(tables(false).unheld(List.of(holder(TABLES, 0, false)), LOOPS)).isEmpty();
  }

  @Test
  void arrays_that_nobody_holds_more_of_are_refuted() {
    assertThat(tables(false).unheld(List.of(), LOOPS)).containsExactly(TABLES);
    assertThat(tables(false).unheld(List.of(holder("java.util.HashSet", 34, false)), LOOPS))
        .containsExactly(TABLES);
  }

  /** The holders below have 4,000 bytes more; 6 a loop are due. */
  @Test
  void an_array_whose_holder_has_much_less_than_is_due_is_refuted() {
    List<GrownHolder> holders = List.of(holder(TABLES, 0, false));
    assertThat(tables(false).unheld(holders, 3333)).isEmpty();
    assertThat(tables(false).unheld(holders, 3334)).containsExactly(TABLES);
  }

  @Test
  void what_is_held_softly_is_held_by_nobody() {
    assertThat(tables(false).unheld(List.of(holder(TABLES, 1, true)), LOOPS))
        .containsExactly(TABLES);
  }

  @Test
  void what_grows_in_number_is_not_asked_for() {
    assertThat(tables(true).unheld(List.of(), LOOPS)).isEmpty();
  }

  private static ArrayGrowth tables(boolean byCount) {
    GrowingType type = new GrowingType(TABLES, 0, 3420, byCount ? 1 : 0, 6);
    return ArrayGrowth.begin(
        new Measurement(
            Measurement.Outcome.LEAKING,
            27,
            6,
            570,
            125,
            new Change(0, 3420),
            20,
            new Change(7, 7),
            List.of(new Growing(type, Trend.STEADY, Meter.HEAP, byCount)),
            List.of(),
            List.of(),
            List.of(),
            13_000_000));
  }

  private static GrownHolder holder(String type, long growth, boolean soft) {
    return new GrownHolder(
        "com.acme.Cache.table",
        List.of("com.acme.Cache.table", type),
        type,
        List.of(growth),
        4000,
        8000,
        66,
        Map.of(type, growth),
        List.of(),
        soft,
        List.of());
  }
}
