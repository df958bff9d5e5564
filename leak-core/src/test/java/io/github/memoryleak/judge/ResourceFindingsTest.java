package io.github.memoryleak.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.Measured;
import io.github.memoryleak.census.Meter;
import io.github.memoryleak.explain.Explanation;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.finding.Interval;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.State;
import io.github.memoryleak.rounds.Measurement.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourceFindingsTest {
  private final Measured measured = new Measured(Outcome.LEAKING);

  private List<Finding> findings() {
    return Findings.of("com.acme.ScanTest#scan", measured.build(), true, Explanation.NONE);
  }

  private Finding onlyFinding() {
    assertThat(findings()).hasSize(1);
    return findings().get(0);
  }

  @Test
  void open_files_are_named_paths_before_what_belongs_to_them() {
    measured
        .resource(Meter.FILE_DESCRIPTOR, "open files", 3, 0)
        .openedFiles("pipe", "eventpoll", "/data/a", "/data/a", "/data/b", "pipe");
    Finding finding = onlyFinding();
    assertThat(finding.kind()).isEqualTo(Kind.FILE_DESCRIPTOR);
    assertThat(finding.state()).isEqualTo(State.HELD);
    assertThat(finding.countPerLoop()).isEqualTo(3);
    assertThat(finding.growing())
        .extracting(GrowingType::type)
        .containsExactly("/data/a", "/data/b", "pipe", "eventpoll");
    assertThat(finding.growing())
        .extracting(GrowingType::countPerLoop)
        .containsExactly(1.0, 0.5, 1.0, 0.5);
  }

  @Test
  void files_that_the_system_does_not_tell_are_counted() {
    measured.resource(Meter.UNCLOSED_FILE, "open files", 1, 0);
    Finding finding = onlyFinding();
    assertThat(finding.type()).isEqualTo("open files");
    assertThat(finding.state()).isEqualTo(State.UNCLOSED);
  }

  @Test
  void what_holds_a_file_on_the_heap_is_the_same_leak() {
    measured
        .resource(Meter.FILE_DESCRIPTOR, "open files", 1, 0)
        .openedFiles("/data/a")
        .type("java.io.FileInputStream", 1, 40)
        .type("java.io.FileDescriptor", 1, 32);
    Finding finding = onlyFinding();
    assertThat(finding.kind()).isEqualTo(Kind.FILE_DESCRIPTOR);
    assertThat(finding.growing())
        .extracting(GrowingType::type)
        .containsExactly("/data/a", "java.io.FileInputStream", "java.io.FileDescriptor");
  }

  @Test
  void buffers_are_told_by_the_memory_outside_the_heap() {
    measured
        .resource(Meter.DIRECT_BUFFER, "direct buffers", 1, 4096)
        .type("java.nio.DirectByteBuffer", 1, 64);
    Finding finding = onlyFinding();
    assertThat(finding.kind()).isEqualTo(Kind.DIRECT_BUFFER);
    assertThat(finding.type()).isEqualTo("java.nio.DirectByteBuffer");
    assertThat(finding.bytesPerLoop()).isEqualTo(4096);
  }

  @Test
  void what_threads_have_open_is_part_of_their_leak() {
    measured
        .thread("selector-%d", 1, "sun.nio.ch.EPoll.wait(Native Method)")
        .resource(Meter.FILE_DESCRIPTOR, "open files", 2, 0);
    assertThat(findings()).extracting(Finding::kind).containsExactly(Kind.THREAD);
  }

  @Test
  void what_grows_beside_and_has_no_part_in_it_is_another_leak() {
    measured.resource(Meter.FILE_DESCRIPTOR, "open files", 1, 0).type("com.acme.Session", 1, 24);
    assertThat(findings())
        .extracting(Finding::kind)
        .containsExactlyInAnyOrder(Kind.HEAP, Kind.FILE_DESCRIPTOR);
  }

  @Test
  void memory_of_libraries_has_bytes_and_no_count() {
    measured.malloc(27_592, new Interval(27_100, 28_050));
    Finding finding = onlyFinding();
    assertThat(finding.kind()).isEqualTo(Kind.NATIVE);
    assertThat(finding.state()).isEqualTo(State.HELD);
    assertThat(finding.type()).isEqualTo("native memory (malloc)");
    assertThat(finding.countPerLoop()).isZero();
    assertThat(finding.bytesPerLoop()).isEqualTo(27_592);
    assertThat(finding.bytesPerLoopInterval()).isEqualTo(new Interval(27_100, 28_050));
  }

  @Test
  void native_memory_is_told_with_the_objects_that_grow() {
    measured
        .resource(Meter.NATIVE, "native memory (Unsafe)", 1, 304)
        .type("com.acme.Block", 1, 24)
        .type("java.lang.Object[]", 0, 4);
    Finding finding = onlyFinding();
    assertThat(finding.kind()).isEqualTo(Kind.HEAP);
    assertThat(finding.type()).isEqualTo("com.acme.Block");
    assertThat(finding.growing())
        .extracting(GrowingType::type)
        .containsExactly("com.acme.Block", "native memory (Unsafe)", "java.lang.Object[]");
  }

  @Test
  void native_memory_of_inflaters_is_not_told_twice() {
    measured
        .resource(Meter.UNCLOSED_NATIVE, "java.util.zip.Inflater", 1, 0)
        .malloc(7_000, new Interval(6_000, 8_000));
    Finding finding = onlyFinding();
    assertThat(finding.type()).isEqualTo("java.util.zip.Inflater");
    assertThat(finding.bytesPerLoopInterval()).isNull();
    assertThat(finding.state()).isEqualTo(State.UNCLOSED);
  }

  @Test
  void the_memory_of_classes_is_told_with_them() {
    measured
        .type("java.lang.Class", 1, 104)
        .type("java.lang.Object[]", 1, 56)
        .resource(Meter.METASPACE, "metaspace", 0, 2_345);
    Finding finding = onlyFinding();
    assertThat(finding.kind()).isEqualTo(Kind.METASPACE);
    assertThat(finding.growing())
        .extracting(GrowingType::type)
        .containsExactly("java.lang.Class", "metaspace", "java.lang.Object[]");
  }

  @Test
  void the_memory_of_classes_says_nothing_of_other_leaks() {
    measured.type("com.acme.Session", 1, 24).resource(Meter.METASPACE, "metaspace", 0, 900);
    assertThat(onlyFinding().growing())
        .extracting(GrowingType::type)
        .containsExactly("com.acme.Session");
  }

  @Test
  void mapped_buffers_are_named_as_such() {
    measured
        .resource(Meter.DIRECT_BUFFER, "mapped buffers", 1, 4096)
        .type("java.nio.DirectByteBufferR", 1, 64);
    assertThat(onlyFinding().type()).isEqualTo("java.nio.MappedByteBuffer");
  }

  @Test
  void a_selector_is_named_before_the_descriptors_that_wake_it() {
    measured
        .resource(Meter.FILE_DESCRIPTOR, "open files", 3, 0)
        .openedFiles("eventfd", "eventpoll", "eventfd");
    assertThat(onlyFinding().type()).isEqualTo("eventpoll");
  }
}
