package io.github.memoryleak.it;

import io.github.memoryleak.it.LeakBenchEntry.Part;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a detector got wrong, did not name or took long for, case by case. */
final class LeakBenchMisses {
  private LeakBenchMisses() {}

  static String line(String detector, List<LeakBenchEntry> entries) {
    String misses =
        Stream.of(
                cases("wrong on", entries, e -> !e.right()),
                cases("no type in", entries, e -> misses(e, Part.TYPE)),
                cases("no holder in", entries, e -> misses(e, Part.HOLDER)),
                cases("no site in", entries, e -> misses(e, Part.SITE)),
                LeakBenchTimes.tooLong(entries))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; "));
    return "- " + detector + ": " + (misses.isEmpty() ? "nothing wrong" : misses);
  }

  /** Of what was found only: what was not is wrong in whole. */
  private static boolean misses(LeakBenchEntry entry, Part part) {
    return entry.hit() && entry.asks(part) && !entry.names(part);
  }

  private static String cases(
      String title, List<LeakBenchEntry> entries, Predicate<LeakBenchEntry> which) {
    Map<String, Long> all = count(entries, e -> true);
    String cases =
        count(entries, which).entrySet().stream()
            .map(e -> e.getKey() + share(e.getValue(), all.get(e.getKey())))
            .collect(Collectors.joining(", "));
    return cases.isEmpty() ? "" : title + " " + cases;
  }

  private static Map<String, Long> count(
      List<LeakBenchEntry> entries, Predicate<LeakBenchEntry> which) {
    return entries.stream()
        .filter(which)
        .collect(
            Collectors.groupingBy(
                e -> e.subject().toString(), TreeMap::new, Collectors.counting()));
  }

  private static String share(long some, long all) {
    return all == 1 ? "" : " (" + some + " of " + all + " runs)";
  }
}
