package io.github.memoryleak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.memoryleak.ResourceTracker.Configuration;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.Attribute;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** A tracker's series as JMX, Prometheus' text and JSON lines. */
class ResourceExportTest {
  private static final Configuration RARELY =
      Configuration.defaults().withSampleInterval(Duration.ofHours(1));

  private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

  private static final Pattern METRIC =
      Pattern.compile(
          "([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{([a-z]+=\"[^\"\\\\\n]*\",?)+})? (-?[0-9.]+(e[+-]?[0-9]+)?|[+-]Inf)");

  private static ResourceTracker tracker() {
    return new ResourceTracker(
        RARELY,
        () ->
            new ResourceLevel(
                new MemorySnapshot(Instant.EPOCH, 11, 22, MemorySnapshot.NOT_COUNTED, 33, 44),
                55,
                66,
                77));
  }

  @Test
  void an_mbean_shows_counts_levels_and_the_series() throws Exception {
    try (ResourceTracker tracker = tracker()) {
      tracker.recordRead(10);
      tracker.track(() -> {});
      ObjectName name = tracker.registerMBean();
      assertThat(name.toString()).matches("io.github.memoryleak:type=ResourceTracker,id=[0-9]+");
      assertThat(tracker.registerMBean()).isEqualTo(name);
      assertThat(values(name, "BytesRead", "Open", "HeapUsedBytes", "FileDescriptors", "Threads"))
          .containsExactly(10L, 1, 11L, 66L, 33);
      assertThat((String[]) SERVER.getAttribute(name, "Series"))
          .containsExactly(tracker.jsonLines().strip());
      assertThat((String[]) SERVER.getAttribute(name, "Growing")).isEmpty();
      assertThat((String[]) SERVER.getAttribute(name, "Unclosed"))
          .singleElement()
          .asString()
          .startsWith("1 x io.github.memoryleak.ResourceExportTest$$Lambda");
      for (MBeanAttributeInfo attribute : SERVER.getMBeanInfo(name).getAttributes()) {
        assertThat(SERVER.getAttribute(name, attribute.getName())).isNotNull();
      }
    }
  }

  @Test
  void two_trackers_have_two_mbeans_and_none_is_left_when_they_are_closed() {
    ResourceTracker one = tracker();
    ResourceTracker two = tracker();
    ObjectName first = one.registerMBean();
    ObjectName second = two.registerMBean();
    assertThat(first).isNotEqualTo(second);
    one.close();
    assertThat(SERVER.isRegistered(first)).isFalse();
    assertThat(SERVER.isRegistered(second)).isTrue();
    two.close();
    assertThat(SERVER.isRegistered(second)).isFalse();
  }

  @Test
  void an_mbean_that_somebody_took_out_does_no_harm() throws Exception {
    ResourceTracker tracker = tracker();
    SERVER.unregisterMBean(tracker.registerMBean());
    tracker.close();
    assertThat(tracker.isEnabled()).isFalse();
  }

  @Test
  void a_closed_tracker_is_not_registered() {
    ResourceTracker tracker = tracker();
    tracker.close();
    assertThatThrownBy(tracker::registerMBean)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The resource tracker is closed and cannot be registered: create a new one");
  }

  @Test
  void the_text_for_prometheus_is_valid() {
    try (ResourceTracker tracker = tracker()) {
      tracker.recordRead(10);
      for (int i = 0; i < 20; i++) {
        tracker.sample();
      }
      String text = tracker.prometheus();
      assertThat(text)
          .endsWith("\n")
          .contains(
              "# HELP leak_tracker_reads_total Reads that were recorded.\n"
                  + "# TYPE leak_tracker_reads_total counter\n"
                  + "leak_tracker_reads_total 1\n")
          .contains("leak_tracker_open_files 66\n")
          .contains("leak_tracker_growth_per_hour{level=\"threads\",bound=\"estimate\"} 0.00000\n");
      checkFormat(text.lines().toList());
    }
  }

  @Test
  void bounds_that_are_not_known_are_infinite() {
    try (ResourceTracker tracker = tracker()) {
      assertThat(tracker.prometheus())
          .contains("leak_tracker_growth_per_hour{level=\"heap\",bound=\"low\"} -Inf\n")
          .contains("leak_tracker_growth_per_hour{level=\"heap\",bound=\"high\"} +Inf\n");
    }
  }

  /** The rules of format 0.0.4: one HELP, then one TYPE, then all lines of the metric, together. */
  private static void checkFormat(List<String> lines) {
    Set<String> seen = new HashSet<>();
    String name = "";
    String type = "";
    for (String line : lines) {
      if (line.startsWith("# HELP ")) {
        name = line.split(" ")[2];
        assertThat(seen.add(name)).as(line).isTrue();
      } else if (line.startsWith("# TYPE ")) {
        assertThat(line.split(" ")[2]).isEqualTo(name);
        type = line.split(" ")[3];
        assertThat(type).isIn("gauge", "counter");
        assertThat(name.endsWith("_total")).as(line).isEqualTo(type.equals("counter"));
      } else {
        Matcher metric = METRIC.matcher(line);
        assertThat(metric.matches()).as(line).isTrue();
        assertThat(metric.group(1)).isEqualTo(name);
        assertThat(seen.add(line.substring(0, line.lastIndexOf(' ')) + "#")).as(line).isTrue();
      }
    }
  }

  @Test
  void each_sample_is_a_line_of_json() {
    try (ResourceTracker tracker = tracker()) {
      tracker.recordWrite(7);
      tracker.sample();
      assertThat(tracker.jsonLines().lines()).hasSize(2);
      assertThat(tracker.jsonLines().lines().skip(1))
          .containsExactly(
              "{\"time\":\""
                  + tracker.samples().get(1).time()
                  + "\",\"heapUsedBytes\":11,\"heapCommittedBytes\":22,"
                  + "\"heapAfterCollectionBytes\":55,\"threads\":33,\"loadedClasses\":44,"
                  + "\"fileDescriptors\":66,\"bufferBytes\":77,\"tracked\":0,"
                  + "\"reads\":0,\"bytesRead\":0,\"writes\":1,\"bytesWritten\":7}");
    }
  }

  @Test
  void a_real_sample_knows_files_and_buffers() {
    System.gc();
    try (ResourceTracker tracker = new ResourceTracker(RARELY)) {
      ResourceSample sample = tracker.samples().get(0);
      assertThat(sample.heapAfterCollectionBytes()).isPositive();
      assertThat(sample.fileDescriptors()).isNotZero();
    }
  }

  private static List<Object> values(ObjectName name, String... attributes) throws Exception {
    return SERVER.getAttributes(name, attributes).asList().stream()
        .map(Attribute::getValue)
        .toList();
  }
}
