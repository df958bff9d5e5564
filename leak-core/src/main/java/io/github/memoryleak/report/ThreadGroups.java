package io.github.memoryleak.report;

import io.github.memoryleak.finding.ThreadTrace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Threads with their stacks; threads that stand at the same place share one stack. */
final class ThreadGroups {

  private static final String INDENT = "    ";

  private ThreadGroups() {}

  /**
   * {@return a headline for each group of threads, each followed by its stack, which is indented}
   *
   * @param threads the threads
   * @param maxGroups how many groups are shown at most; the rest is counted
   */
  static List<String> text(List<ThreadTrace> threads, int maxGroups) {
    Map<Place, List<ThreadTrace>> groups = new LinkedHashMap<>();
    for (ThreadTrace thread : threads) {
      groups.computeIfAbsent(Place.of(thread), place -> new ArrayList<>()).add(thread);
    }
    List<String> lines = new ArrayList<>();
    groups.entrySet().stream().limit(maxGroups).forEach(e -> add(lines, e.getKey(), e.getValue()));
    long rest = groups.values().stream().skip(maxGroups).mapToLong(List::size).sum();
    if (rest > 0) {
      lines.add("... and " + Units.count(rest, "more thread", "more threads"));
    }
    return lines;
  }

  private static void add(List<String> lines, Place place, List<ThreadTrace> threads) {
    String others =
        threads.size() == 1 ? "" : " and " + Units.decimal(threads.size() - 1) + " more";
    lines.add(
        "\"%s\"%s %s%s"
            .formatted(
                Text.oneLine(threads.get(0).name()),
                others,
                Text.oneLine(place.state()),
                place.daemon() ? ", daemon" : ""));
    place.stack().forEach(frame -> lines.add(INDENT + frame));
  }

  /** Where a thread stands. */
  private record Place(String state, boolean daemon, List<String> stack) {
    static Place of(ThreadTrace thread) {
      return new Place(thread.state(), thread.daemon(), Stacks.shorten(thread.stack()));
    }
  }
}
