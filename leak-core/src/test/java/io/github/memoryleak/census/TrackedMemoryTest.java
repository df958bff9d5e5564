package io.github.memoryleak.census;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrackedMemoryTest {
  private static final TrackedMemory SAMPLE = new TrackedMemory(1000, 50_000, 2, 10_240);

  @Test
  void the_text_of_jdk_17_is_read() {
    String text =
        """
        Native Memory Tracking:

        Total: reserved=8056364083, committed=525663283
               malloc: 35994675 #75630
               mmap:   reserved=8020369408, committed=489668608

        -                  Internal (reserved=4325526, committed=4325526)
                                    (malloc=4288662 #2968) (peak=4419396 #2946)

        -                     Other (reserved=10240, committed=10240)
                                    (malloc=10240 #2) (at peak)
        """;
    assertThat(TrackedMemory.parse(text))
        .isEqualTo(new TrackedMemory(75_630, 35_994_675, 2, 10_240));
  }

  @Test
  void the_text_of_jdk_25_is_read() {
    String text =
        """
        Total: reserved=7963674759, committed=536205447
               malloc: 55457927 #57957, peak=54422637 #57958
               mmap:   reserved=7908216832, committed=480747520

        -                     Other (reserved=34816, committed=34816)
                                    (malloc=34816 tag=Other #3) (peak=40000 #4)
        """;
    assertThat(TrackedMemory.parse(text))
        .isEqualTo(new TrackedMemory(57_957, 55_457_927, 3, 34_816));
  }

  @Test
  void where_unsafe_has_nothing_it_is_not_listed() {
    assertThat(TrackedMemory.parse("       malloc: 500 #7\n"))
        .isEqualTo(new TrackedMemory(7, 500, 0, 0));
  }

  @Test
  void where_nothing_is_tracked_nothing_is_known() {
    assertThat(TrackedMemory.parse("Native memory tracking is not enabled\n")).isNull();
  }

  @Test
  void a_few_blocks_more_are_near_and_a_compilers_work_is_not() {
    assertThat(SAMPLE.isNear(new TrackedMemory(1001, 50_019, 2, 10_240))).isTrue();
    assertThat(SAMPLE.isNear(new TrackedMemory(1003, 90_000, 2, 10_240))).isFalse();
    assertThat(SAMPLE.isNear(new TrackedMemory(900, 50_000, 2, 10_240))).isFalse();
  }
}
