package io.github.memoryleak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SampleRingTest {
  private static final ResourceSample SAMPLE =
      new ResourceSample(Instant.ofEpochSecond(7, 8), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);

  /** An empty step clears, any other adds its sample. */
  @Property
  void the_ring_holds_what_a_deque_cut_to_its_capacity_holds(
      @ForAll @IntRange(min = 1, max = 9) int capacity,
      @ForAll("steps") List<Optional<ResourceSample>> steps) {
    SampleRing ring = new SampleRing(capacity);
    Deque<ResourceSample> model = new ArrayDeque<>();
    for (Optional<ResourceSample> step : steps) {
      step.ifPresentOrElse(ring::add, ring::clear);
      step.ifPresentOrElse(model::addLast, model::clear);
      if (model.size() > capacity) {
        model.removeFirst();
      }
      assertThat(ring.toList()).containsExactlyElementsOf(model);
      assertThat(ring.size()).isEqualTo(model.size());
    }
  }

  @Provide
  Arbitrary<List<Optional<ResourceSample>>> steps() {
    return samples().optional(0.9).list().ofMaxSize(40);
  }

  private static Arbitrary<ResourceSample> samples() {
    Arbitrary<Long> longs = Arbitraries.longs();
    Arbitrary<Integer> ints = Arbitraries.integers();
    Arbitrary<Instant> times =
        Combinators.combine(
                Arbitraries.longs().between(-1_000_000_000L, 10_000_000_000L),
                Arbitraries.integers().between(0, 999_999_999))
            .as(Instant::ofEpochSecond);
    Arbitrary<long[]> counts = longs.array(long[].class).ofSize(10);
    return Combinators.combine(times, ints, ints, counts)
        .as(
            (time, threads, classes, n) ->
                new ResourceSample(
                    time, n[0], n[1], threads, classes, n[2], n[3], n[4], n[5], n[6], n[7], n[8],
                    n[9]));
  }

  @Test
  void a_list_taken_earlier_keeps_its_samples() {
    SampleRing ring = new SampleRing(1);
    ring.add(SAMPLE);
    List<ResourceSample> earlier = ring.toList();
    ring.clear();
    assertThat(earlier).containsExactly(SAMPLE);
  }

  @Test
  void the_list_cannot_be_changed() {
    SampleRing ring = new SampleRing(1);
    ring.add(SAMPLE);
    List<ResourceSample> samples = ring.toList();
    assertThatThrownBy(samples::clear).isInstanceOf(UnsupportedOperationException.class);
  }
}
