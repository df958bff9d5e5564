package io.github.memoryleak.maven.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PerfCountersTest {
  private static final String G1 =
      """
      4711:
      java.cls.loadedClasses=1538
      java.cls.sharedLoadedClasses=400
      java.cls.sharedUnloadedClasses=3
      java.cls.unloadedClasses=5
      java.threads.live=6
      sun.gc.collector.0.invocations=3
      sun.gc.collector.0.name="G1 young collection pauses"
      sun.gc.collector.1.invocations=1
      sun.gc.collector.2.invocations=0
      sun.gc.generation.0.space.0.used=3145728
      sun.gc.generation.0.space.1.used=0
      sun.gc.generation.0.space.2.used=2097152
      sun.gc.generation.1.space.0.used=108894720
      sun.gc.metaspace.used=9558152
      sun.rt.javaCommand="com.acme.Main sun.gc.collector.9.invocations=7"
      """;

  @Test
  void of_a_divided_heap_new_objects_do_not_count() {
    PerfCounters counters = PerfCounters.parse(G1);
    assertThat(counters.collections()).isEqualTo(4);
    assertThat(counters.heapAfterCollection()).hasValue(2097152 + 108894720);
    assertThat(counters.classes()).hasValue(1538 + 400 - 5 - 3);
    assertThat(counters.threads()).hasValue(6);
    assertThat(counters.metaspace()).hasValue(9558152);
  }

  @Test
  void a_heap_that_is_not_divided_counts_whole() {
    PerfCounters counters =
        PerfCounters.parse(
            "sun.gc.collector.0.invocations=2\nsun.gc.generation.0.space.0.used=1000\n");
    assertThat(counters.heapAfterCollection()).hasValue(1000);
  }

  @Test
  void before_the_first_collection_the_heap_is_not_known() {
    PerfCounters counters =
        PerfCounters.parse(
            "sun.gc.collector.0.invocations=0\nsun.gc.generation.0.space.0.used=1000\n");
    assertThat(counters.heapAfterCollection()).isEmpty();
  }

  @Test
  void an_answer_without_counters_is_empty() {
    PerfCounters counters = PerfCounters.parse("4711:\nPerfData is disabled\n");
    assertThat(counters.isEmpty()).isTrue();
    assertThat(counters.threads()).isEmpty();
    assertThat(counters.classes()).isEmpty();
  }
}
