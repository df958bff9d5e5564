package io.github.memoryleak.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.Measured;
import io.github.memoryleak.rounds.Measurement;
import io.github.memoryleak.rounds.Measurement.Outcome;
import org.junit.jupiter.api.Test;

class RoomTest {
  /** A hundred loops, of 100,000 bytes each. */
  private static Measured measured() {
    return new Measured(Outcome.LEAKING).heap(10_000_000, 20_000_000);
  }

  @Test
  void as_many_loops_fit_as_their_bytes_do() {
    Measurement objects = measured().type("byte[]", 1, 100_000).build();
    assertThat(Room.loops(objects, 0, 100_000_000)).isEqualTo(550);
    assertThat(Room.loops(objects, 150, 100_000_000)).isEqualTo(400);
  }

  @Test
  void a_full_heap_has_no_room() {
    Measurement objects = measured().type("byte[]", 1, 100_000).build();
    assertThat(Room.loops(objects, 0, 24_000_000)).isZero();
  }

  @Test
  void an_array_needs_twice_its_size_more_while_it_is_doubled() {
    Measurement array = measured().bytes("byte[]", 100_000).build();
    assertThat(Room.loops(array, 0, 53_000_000)).isZero();
    assertThat(Room.loops(array, 0, 54_000_000)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void an_array_that_was_doubled_meanwhile_needs_twice_that() {
    Measurement array = measured().bytes("byte[]", 100_000).build();
    assertThat(Room.loops(array, 99, 54_000_000)).isEqualTo(Long.MAX_VALUE);
    assertThat(Room.loops(array, 100, 93_000_000)).isZero();
    assertThat(Room.loops(array, 100, 94_000_000)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void what_takes_no_heap_always_fits() {
    Measurement files = new Measured(Outcome.LEAKING).heap(10_000_000, 9_000_000).build();
    assertThat(Room.loops(files, 0, 10_000_000)).isEqualTo(Long.MAX_VALUE);
  }
}
