package io.github.memoryleak.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.Measured;
import io.github.memoryleak.rounds.Measurement;
import io.github.memoryleak.rounds.Measurement.Outcome;
import org.junit.jupiter.api.Test;

class RoomTest {
  private static final long MAX_HEAP = 100_000_000;

  /** A hundred loops, of 100,000 bytes each. */
  private static Measured measured() {
    return new Measured(Outcome.LEAKING).heap(10_000_000, 20_000_000);
  }

  @Test
  void as_many_loops_fit_as_their_bytes_do() {
    Measurement objects = measured().type("byte[]", 1, 100_000).build();
    assertThat(Room.loops(objects, 0, MAX_HEAP)).isEqualTo(650);
    assertThat(Room.loops(objects, 150, MAX_HEAP)).isEqualTo(500);
  }

  @Test
  void an_array_needs_the_room_of_two_while_it_is_doubled() {
    Measurement array = measured().bytes("byte[]", 100_000).build();
    assertThat(Room.loops(array, 50, MAX_HEAP)).isEqualTo(200);
  }

  @Test
  void a_full_heap_has_no_room() {
    Measurement objects = measured().type("byte[]", 1, 100_000).build();
    assertThat(Room.loops(objects, 0, 21_000_000)).isZero();
  }

  @Test
  void what_takes_no_heap_always_fits() {
    Measurement files = new Measured(Outcome.LEAKING).heap(10_000_000, 9_000_000).build();
    assertThat(Room.loops(files, 0, MAX_HEAP)).isEqualTo(Long.MAX_VALUE);
  }
}
