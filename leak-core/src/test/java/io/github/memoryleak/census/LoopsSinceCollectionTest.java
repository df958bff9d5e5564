package io.github.memoryleak.census;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoopsSinceCollectionTest {
  private final LoopsSinceCollection loops = new LoopsSinceCollection();

  private void run(int count) {
    for (int i = 0; i < count; i++) {
      loops.loopEnds();
    }
  }

  @Test
  void the_loop_of_a_collection_is_one_of_those_before() {
    loops.roundBegins();
    run(6);
    System.gc();
    run(3);
    assertThat(loops.all()).isEqualTo(9);
    assertThat(loops.since()).isEqualTo(2);
  }

  /**
   * Whoever measures waits a moment for what is closed in the background, and waiting makes
   * garbage.
   */
  @Test
  void none_came_after_a_collection_that_came_after_all() {
    loops.roundBegins();
    run(6);
    System.gc();
    assertThat(loops.all()).isEqualTo(6);
    assertThat(loops.since()).isZero();
  }

  @Test
  void a_collection_before_the_round_does_not_matter() {
    System.gc();
    loops.roundBegins();
    run(6);
    assertThat(loops.since()).isEqualTo(6);
  }
}
