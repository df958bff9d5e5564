package io.github.memoryleak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.ref.Reference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Snapshots agree with each other, and with what is known about the heap. */
class MemorySnapshotConsistencyTest {
  private static final int MIB = 1 << 20;

  /** On the serial collector, the total of an idle heap moves by many kilobytes. */
  private static final long NOISE = 512 << 10;

  @BeforeEach
  void load_what_a_snapshot_loads_once() {
    MemorySnapshot.take();
    MemorySnapshot.quick();
  }

  @Test
  void two_snapshots_of_an_unchanged_heap_agree() {
    MemorySnapshot first = MemorySnapshot.take();
    MemorySnapshot second = MemorySnapshot.take();
    assertThat(second.heapBytes()).isCloseTo(first.heapBytes(), within(NOISE));
    assertThat(second.liveObjects()).isCloseTo(first.liveObjects(), within(10_000L));
    assertThat(second.threads()).isEqualTo(first.threads());
    assertThat(second.time()).isAfterOrEqualTo(first.time());
  }

  @Test
  void a_snapshot_sees_what_is_held_and_not_what_was_let_go() {
    long before = lowestHeapOfFour();
    byte[][] held = {new byte[MIB], new byte[MIB], new byte[MIB]};
    long holding = lowestHeapOfFour();
    Reference.reachabilityFence(held);
    held = null;
    long after = lowestHeapOfFour();
    assertThat(holding - before).isCloseTo(3 * MIB, within(NOISE));
    assertThat(after).isCloseTo(before, within(NOISE));
  }

  @Test
  void a_snapshot_sees_a_tracker_come_and_go() {
    try (ResourceTracker warmUp = new ResourceTracker()) {
      warmUp.sample();
    }
    MemorySnapshot before = MemorySnapshot.take();
    MemorySnapshot open;
    try (ResourceTracker tracker = new ResourceTracker()) {
      open = MemorySnapshot.take();
      assertThat(tracker.isEnabled()).isTrue();
    }
    assertThat(open.threads()).isEqualTo(before.threads() + 1);
    assertThat(MemorySnapshot.take().threads()).isEqualTo(before.threads());
  }

  @Test
  void a_quick_snapshot_fits_the_thorough_one() {
    MemorySnapshot thorough = MemorySnapshot.take();
    MemorySnapshot quick = MemorySnapshot.quick();
    assertThat(quick.liveObjects()).isEqualTo(MemorySnapshot.NOT_COUNTED);
    assertThat(quick.threads()).isEqualTo(thorough.threads());
    assertThat(quick.loadedClasses()).isGreaterThanOrEqualTo(thorough.loadedClasses());
    assertThat(quick.heapBytes()).isBetween(thorough.heapBytes() - NOISE, quick.committedBytes());
  }

  /** The serial collector leaves dead objects in place, except in each fourth full collection. */
  private static long lowestHeapOfFour() {
    return Stream.generate(MemorySnapshot::take)
        .limit(4)
        .mapToLong(MemorySnapshot::heapBytes)
        .min()
        .orElseThrow();
  }
}
