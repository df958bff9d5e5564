package io.github.memoryleak.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MallocLevelsTest {
  private static final int[] LOOPS = {40, 80, 125, 125, 125};
  private static final long BASE = 5_000_000;

  private static Trend trend(long[] blocks, long[] bytes) {
    return MallocLevels.trend(MallocLevels.of(3, LOOPS, blocks, bytes));
  }

  private static long[] leaking(long perLoop) {
    long[] bytes = new long[LOOPS.length + 1];
    bytes[0] = BASE;
    for (int i = 0; i < LOOPS.length; i++) {
      bytes[i + 1] = bytes[i] + perLoop * LOOPS[i];
    }
    return bytes;
  }

  private static long[] level() {
    return new long[LOOPS.length + 1];
  }

  @Test
  void two_kilobytes_of_each_loop_are_a_leak() {
    Series series = MallocLevels.of(3, LOOPS, level(), leaking(2048));
    assertThat(MallocLevels.trend(series)).isEqualTo(Trend.STEADY);
    assertThat(GrowthRule.bytesPerLoop(series)).isEqualTo(2048);
  }

  @Test
  void noise_widens_the_interval_of_a_leak() {
    double noise = 32 * 1024 / 495.0;
    assertThat(between(level(), leaking(2048))).containsExactly(2048 - noise, 2048 + noise);
  }

  @Test
  void so_do_blocks_of_the_jvm_by_what_the_c_library_may_have_added() {
    long[] blocks = level();
    blocks[LOOPS.length] = 2_000;
    double noise = 32 * 1024 / 495.0;
    assertThat(between(blocks, leaking(2048)))
        .containsExactly(
            new double[] {2048 - noise - 40 * 2_000 / 495.0, 2048 + noise}, within(0.001));
  }

  @Property
  void the_true_growth_lies_in_the_interval(
      @ForAll @IntRange(min = 1_000, max = 100_000) int perLoop,
      @ForAll @IntRange(min = -5_000, max = 5_000) int change,
      @ForAll @IntRange(max = 40) int overhead,
      @ForAll @IntRange(min = -32_768, max = 32_768) int noise) {
    long[] blocks = level();
    long[] bytes = leaking(perLoop);
    blocks[LOOPS.length] = change;
    bytes[LOOPS.length] += (long) overhead * change + noise;
    double[] ends = between(blocks, bytes);
    assertThat((double) perLoop).isBetween(ends[0], ends[1]);
  }

  private static double[] between(long[] blocks, long[] bytes) {
    return MallocLevels.between(blocks, MallocLevels.of(3, LOOPS, blocks, bytes));
  }

  @Test
  void what_the_c_library_adds_to_blocks_of_the_jvm_is_not() {
    long[] blocks = level();
    long[] bytes = leaking(0);
    for (int i = 1; i < bytes.length; i++) {
      blocks[i] = blocks[i - 1] + 3_000L * LOOPS[i - 1];
      bytes[i] = BASE + 40 * blocks[i];
    }
    assertThat(trend(blocks, bytes)).isEqualTo(Trend.FLAT);
  }

  @Test
  void nor_is_it_when_the_jvm_gives_its_blocks_back() {
    long[] blocks = level();
    long[] bytes = leaking(0);
    for (int i = 0; i < bytes.length; i++) {
      blocks[i] = 1_000_000 - 10_000L * i;
      bytes[i] = BASE + 8 * blocks[i];
    }
    assertThat(trend(blocks, bytes)).isEqualTo(Trend.FLAT);
  }

  /** As read on JDK 25, of a test that takes 5,000 bytes. */
  @Test
  void a_leak_beside_the_blocks_of_a_jvm_that_warms_up_is_in_doubt() {
    int[] loops = {2, 4, 8, 16};
    long[] blocks = {33_928, 34_674, 35_133, 36_021, 37_257};
    long[] bytes = {1_592_709, 1_619_154, 1_647_958, 1_703_254, 1_805_064};
    Series series = MallocLevels.of(6, loops, blocks, bytes);
    assertThat(MallocLevels.trend(series)).isEqualTo(Trend.FLAT);
    assertThat(MallocLevels.isInDoubt(series)).isTrue();
  }

  @Test
  void what_stops_growing_is_not_in_doubt() {
    long[] bytes = leaking(2048);
    assertThat(isInDoubt(bytes)).isTrue();
    bytes[5] = bytes[4] + 100;
    assertThat(isInDoubt(bytes)).isFalse();
  }

  @Property
  void noise_within_its_limit_is_never_in_doubt(
      @ForAll @Size(6) List<@IntRange(max = 32_768) Integer> noise) {
    long[] bytes = leaking(0);
    for (int i = 1; i < bytes.length; i++) {
      bytes[i] += noise.get(i);
    }
    assertThat(isInDoubt(bytes)).isFalse();
  }

  private static boolean isInDoubt(long[] bytes) {
    return MallocLevels.isInDoubt(MallocLevels.of(3, LOOPS, level(), bytes));
  }

  @Test
  void a_level_that_was_not_known_at_first_does_not_grow() {
    long[] bytes = leaking(2048);
    bytes[0] = 0;
    assertThat(trend(level(), bytes)).isEqualTo(Trend.FLAT);
  }

  @Property
  void noise_within_its_limit_never_counts(
      @ForAll @Size(6) List<@IntRange(max = 32_768) Integer> noise) {
    long[] bytes = leaking(0);
    for (int i = 1; i < bytes.length; i++) {
      bytes[i] += noise.get(i);
    }
    assertThat(MallocLevels.of(3, LOOPS, level(), bytes).counts()).containsOnly(0);
  }
}
