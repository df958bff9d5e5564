package io.github.memoryleak.it;

import io.github.memoryleak.benchmark.TimedProcess;
import io.github.memoryleak.it.LeakBenchEntry.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Adds up what each detector said: a table for each JDK, for the corpus and for the samples. */
final class LeakBenchTables {
  private static final List<String> HEADER =
      List.of(
          "| detector | found | type named | holder named | site named | false on fixed | false on"
              + " negatives | median time | median CPU |",
          "|---|---|---|---|---|---|---|---|---|");

  private final Map<String, Map<String, List<LeakBenchEntry>>> tables = new TreeMap<>();

  synchronized void add(Path jdk, String detector, LeakBenchEntry entry) {
    String title = jdk.getFileName() + (entry.subject().sample() ? ", samples" : ", corpus");
    tables
        .computeIfAbsent(title, t -> new LinkedHashMap<>())
        .computeIfAbsent(detector, d -> new ArrayList<>())
        .add(entry);
  }

  /** {@return the tables, and below each what each detector got wrong} */
  synchronized List<String> lines() {
    List<String> lines = new ArrayList<>();
    tables.forEach(
        (title, table) -> {
          lines.addAll(List.of("## " + title, ""));
          lines.addAll(HEADER);
          table.forEach((detector, entries) -> lines.add(row(detector, entries)));
          lines.add("");
          table.forEach((detector, entries) -> lines.add(LeakBenchMisses.line(detector, entries)));
          table.forEach(
              (detector, entries) -> lines.addAll(LeakBenchTimes.slowest(detector, entries)));
          lines.add("");
        });
    return lines;
  }

  private static String row(String detector, List<LeakBenchEntry> entries) {
    return String.join(
        " | ",
        "| " + detector,
        of(entries, e -> e.subject().leaks(), LeakBenchEntry::hit),
        of(entries, e -> e.asks(Part.TYPE), e -> e.names(Part.TYPE)),
        of(entries, e -> e.asks(Part.HOLDER), e -> e.names(Part.HOLDER)),
        of(entries, e -> e.asks(Part.SITE), e -> e.names(Part.SITE)),
        of(entries, e -> clean(e, false), e -> e.sighting().leak()),
        of(entries, e -> clean(e, true), e -> e.sighting().leak()),
        median(entries, TimedProcess::seconds),
        median(entries, TimedProcess::cpuSeconds) + " |");
  }

  private static boolean clean(LeakBenchEntry entry, boolean negative) {
    return !entry.subject().leaks() && entry.subject().negative() == negative;
  }

  private static String of(
      List<LeakBenchEntry> entries,
      Predicate<LeakBenchEntry> among,
      Predicate<LeakBenchEntry> which) {
    long all = entries.stream().filter(among).count();
    long some = entries.stream().filter(among).filter(which).count();
    return some + " of " + all;
  }

  /** Of those that are known. */
  private static String median(List<LeakBenchEntry> entries, ToDoubleFunction<TimedProcess> time) {
    double[] sorted =
        entries.stream()
            .map(LeakBenchEntry::process)
            .mapToDouble(time)
            .filter(t -> t > 0)
            .sorted()
            .toArray();
    return sorted.length == 0
        ? "not known"
        : String.format(Locale.ROOT, "%.1f s", LeakBenchTimes.median(sorted));
  }
}
