package io.github.memoryleak.it;

import io.github.memoryleak.benchmark.TimedProcess;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How long our own measurements took, case by case, beside the goal. */
final class LeakBenchTimes {
  /** What a case should take at most, in seconds. */
  private static final double GOAL = 5;

  private static final int SLOWEST = 5;

  private LeakBenchTimes() {}

  /** {@return each run over the goal, or nothing} */
  static String tooLong(List<LeakBenchEntry> entries) {
    String cases =
        entries.stream()
            .filter(e -> e.process().seconds() > GOAL && !e.split().isEmpty())
            .map(LeakBenchTimes::time)
            .sorted()
            .collect(Collectors.joining(", "));
    return cases.isEmpty() ? "" : "longer than " + (int) GOAL + " s: " + cases;
  }

  /** {@return the slowest cases by the median of their runs, or nothing where each ran once} */
  static List<String> slowest(String detector, List<LeakBenchEntry> entries) {
    String cases =
        runs(entries).entrySet().stream()
            .filter(e -> e.getValue().length > 1)
            .sorted(Comparator.comparingDouble(e -> -median(e.getValue())))
            .limit(SLOWEST)
            .map(e -> e.getKey() + " " + range(e.getValue()))
            .collect(Collectors.joining(", "));
    return cases.isEmpty()
        ? List.of()
        : List.of("- " + detector + ", the slowest, medians of their runs: " + cases);
  }

  /** {@return the seconds of each run of each case that is ours, ascending} */
  private static Map<String, double[]> runs(List<LeakBenchEntry> entries) {
    Map<String, List<Double>> seconds = new TreeMap<>();
    entries.stream()
        .filter(e -> !e.split().isEmpty())
        .forEach(
            e ->
                seconds
                    .computeIfAbsent(e.subject().toString(), c -> new ArrayList<>())
                    .add(e.process().seconds()));
    return seconds.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                e -> e.getValue().stream().mapToDouble(d -> d).sorted().toArray(),
                (a, b) -> a,
                TreeMap::new));
  }

  static double median(double[] sorted) {
    return sorted[sorted.length / 2];
  }

  private static String range(double[] sorted) {
    return String.format(
        Locale.ROOT, "%.1f s (%.1f to %.1f)", median(sorted), sorted[0], sorted[sorted.length - 1]);
  }

  private static String time(LeakBenchEntry entry) {
    TimedProcess process = entry.process();
    String cpu =
        process.cpuSeconds() == 0
            ? ""
            : String.format(Locale.ROOT, ", %.1f s CPU", process.cpuSeconds());
    return String.format(
        Locale.ROOT, "%s %.1f s%s (%s)", entry.subject(), process.seconds(), cpu, entry.split());
  }
}
