package io.github.memoryleak;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A tracker in Prometheus' text format 0.0.4: each metric with its {@code HELP} and {@code TYPE},
 * counters with {@code _total}, base units.
 */
final class PrometheusText {
  private static final String PREFIX = "leak_tracker_";
  private static final String GAUGE = "gauge";
  private static final String COUNTER = "counter";

  private final StringBuilder out = new StringBuilder(2048);

  private PrometheusText() {}

  static String of(ResourceTracker tracker) {
    PrometheusText text = new PrometheusText();
    text.stats(tracker.stats());
    List<ResourceSample> samples = tracker.samples();
    if (!samples.isEmpty()) {
      text.sample(samples.get(samples.size() - 1));
    }
    text.trends(tracker.trends().byName());
    return text.out.toString();
  }

  private void stats(ResourceStats s) {
    metric("enabled", GAUGE, "Whether the tracker counts and samples.", s.enabled() ? 1 : 0);
    metric("reads_total", COUNTER, "Reads that were recorded.", s.reads());
    metric("read_bytes_total", COUNTER, "Bytes that were read.", s.bytesRead());
    metric("writes_total", COUNTER, "Writes that were recorded.", s.writes());
    metric("written_bytes_total", COUNTER, "Bytes that were written.", s.bytesWritten());
    metric("opened_total", COUNTER, "Resources that were tracked.", s.opened());
    metric("open", GAUGE, "Tracked resources that are open.", s.open());
  }

  private void sample(ResourceSample s) {
    metric("heap_used_bytes", GAUGE, "Used heap, garbage included.", s.heapUsedBytes());
    metric("heap_committed_bytes", GAUGE, "Committed heap.", s.heapCommittedBytes());
    metric(
        "heap_after_collection_bytes",
        GAUGE,
        "Used heap after the latest collection.",
        s.heapAfterCollectionBytes());
    metric("threads", GAUGE, "Live threads.", s.threads());
    metric("loaded_classes", GAUGE, "Loaded classes.", s.loadedClasses());
    if (s.fileDescriptors() >= 0) {
      metric("open_files", GAUGE, "Open files, pipes and sockets.", s.fileDescriptors());
    }
    metric("buffer_bytes", GAUGE, "Memory of direct and mapped buffers.", s.bufferBytes());
  }

  private void trends(Map<String, ResourceTrend> trends) {
    head("growth_per_hour", GAUGE, "Slope of a level per hour, with its interval of 99 percent.");
    trends.forEach(
        (level, trend) -> {
          bound(level, "low", trend.lowPerHour());
          bound(level, "estimate", trend.perHour());
          bound(level, "high", trend.highPerHour());
        });
    head("growing", GAUGE, "Whether growth of a level is proven.");
    trends.forEach(
        (level, trend) -> line("growing{level=\"" + level + "\"}", trend.isGrowing() ? "1" : "0"));
  }

  private void bound(String level, String bound, double value) {
    line("growth_per_hour{level=\"" + level + "\",bound=\"" + bound + "\"}", number(value));
  }

  private void metric(String name, String type, String help, long value) {
    head(name, type, help);
    line(name, Long.toString(value));
  }

  private void head(String name, String type, String help) {
    out.append("# HELP ").append(PREFIX).append(name).append(' ').append(help).append('\n');
    out.append("# TYPE ").append(PREFIX).append(name).append(' ').append(type).append('\n');
  }

  private void line(String sample, String value) {
    out.append(PREFIX).append(sample).append(' ').append(value).append('\n');
  }

  private static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    return String.format(Locale.ROOT, "%.6g", value);
  }
}
