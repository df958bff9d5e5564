package io.github.memoryleak.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.census.Meter;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.growth.Trend;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SweepTest {
  private static final class Kept {}

  private static final String KEPT = Kept.class.getName();

  private final Bench bench = new Bench(3);
  private final List<Object> held = new ArrayList<>(1000);

  @Test
  void what_grows_is_told_of_the_operations_in_which_it_grows() throws Exception {
    List<Sweep.Swept> swept =
        sweep(watched(KEPT), () -> {}, () -> held.add(new Kept()), () -> add(new Kept(), 3));
    assertThat(swept)
        .extracting(Sweep.Swept::perLoop)
        .containsExactly(Map.of(), Map.of(KEPT, 1L), Map.of(KEPT, 3L));
    assertThat(swept).extracting(Sweep.Swept::isSuspect).containsExactly(false, true, true);
  }

  @Test
  void two_passes_are_enough_when_they_agree() throws Exception {
    List<Sweep.Swept> swept = sweep(watched(KEPT), () -> {}, () -> held.add(new Kept()));
    assertThat(swept).extracting(Sweep.Swept::loops).containsExactly(2, 2);
  }

  @Test
  void what_grew_in_one_pass_of_two_gets_a_third_and_is_no_suspect_when_it_stopped()
      throws Exception {
    Operation once =
        () -> {
          if (held.isEmpty()) {
            held.add(new Kept());
          }
        };
    Sweep.Swept swept = sweep(watched(KEPT), once).get(0);
    assertThat(swept.loops()).isEqualTo(3);
    assertThat(swept.isSuspect()).isFalse();
  }

  @Test
  void the_least_that_was_seen_in_a_pass_is_the_growth() throws Exception {
    Operation ebbing = () -> add(new Kept(), held.isEmpty() ? 5 : 2);
    assertThat(sweep(watched(KEPT), ebbing).get(0).perLoop()).isEqualTo(Map.of(KEPT, 2L));
  }

  @Test
  void what_nobody_watches_is_not_told() throws Exception {
    Sweep.Swept swept = sweep(watched("com.acme.Other"), () -> held.add(new Kept())).get(0);
    assertThat(swept.isSuspect()).isFalse();
  }

  @Test
  void what_the_framework_keeps_is_taken_off() throws Exception {
    FrameworkGrowth kept = new FrameworkGrowth(Map.of(KEPT, new FrameworkGrowth.Rate(1, 16)));
    Sweep sweep = new Sweep(bench, List.of(watched(KEPT)), kept);
    List<Sweep.Swept> swept =
        sweep.run(List.of(() -> held.add(new Kept()), () -> add(new Kept(), 2)));
    assertThat(swept).extracting(Sweep.Swept::perLoop).containsExactly(Map.of(), Map.of(KEPT, 1L));
  }

  @Test
  void what_grows_by_bytes_alone_is_not_watched() throws Exception {
    Growing bytes =
        new Growing(new GrowingType(KEPT, 0, 100, 0, 16), Trend.STEADY, Meter.HEAP, false);
    assertThat(sweep(bytes, () -> held.add(new Kept())).get(0).isSuspect()).isFalse();
  }

  private List<Sweep.Swept> sweep(Growing growing, Operation... operations) throws Exception {
    return new Sweep(bench, List.of(growing), FrameworkGrowth.NONE).run(List.of(operations));
  }

  private void add(Kept first, int count) {
    held.add(first);
    for (int i = 1; i < count; i++) {
      held.add(new Kept());
    }
  }

  private static Growing watched(String type) {
    return new Growing(new GrowingType(type, 5, 80, 1, 16), Trend.STEADY, Meter.HEAP, true);
  }
}
