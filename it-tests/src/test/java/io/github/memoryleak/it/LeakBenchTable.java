package io.github.memoryleak.it;

import io.github.memoryleak.leakbench.Sighting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Adds up what each detector said. */
final class LeakBenchTable {
  private final Map<String, List<Entry>> entries = new LinkedHashMap<>();

  private record Entry(LeakBenchCase subject, LeakBenchRun.Timed said) {
    boolean leak() {
      return said.sighting().leak();
    }

    boolean hit() {
      return subject.subject().leaks() && leak();
    }

    boolean names(List<String> texts, String expression) {
      return hit() && texts.stream().anyMatch(t -> Pattern.compile(expression).matcher(t).find());
    }

    Sighting sighting() {
      return said.sighting();
    }

    CorpusCase.Expected sought() {
      return subject.sought();
    }
  }

  synchronized void add(String detector, LeakBenchCase subject, LeakBenchRun.Timed said) {
    entries.computeIfAbsent(detector, d -> new ArrayList<>()).add(new Entry(subject, said));
  }

  /** {@return a table, and below it what each detector got wrong} */
  synchronized List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| detector | found | type named | holder named | site named | false on fixed | false on"
            + " negatives | median time |");
    lines.add("|---|---|---|---|---|---|---|---|");
    entries.forEach((detector, all) -> lines.add(row(detector, all)));
    lines.add("");
    entries.forEach((detector, all) -> lines.add("- " + detector + ": " + wrong(all)));
    return lines;
  }

  private static String row(String detector, List<Entry> all) {
    List<Entry> leaks = all.stream().filter(e -> e.subject().subject().leaks()).toList();
    List<Entry> typed = leaks.stream().filter(e -> !e.sought().type().isEmpty()).toList();
    List<Entry> held = leaks.stream().filter(e -> !e.sought().holder().isEmpty()).toList();
    return String.join(
        " | ",
        "| " + detector,
        of(leaks.stream().filter(Entry::hit), leaks),
        of(typed.stream().filter(e -> e.names(e.sighting().types(), e.sought().type())), typed),
        of(held.stream().filter(e -> e.names(e.sighting().holders(), e.sought().holder())), held),
        of(leaks.stream().filter(e -> e.names(e.sighting().sites(), e.sought().site())), leaks),
        falseAlarms(all, false),
        falseAlarms(all, true),
        String.format(Locale.ROOT, "%.1f s |", median(all)));
  }

  private static String falseAlarms(List<Entry> all, boolean negative) {
    List<Entry> clean =
        all.stream()
            .filter(e -> !e.subject().subject().leaks() && e.subject().negative() == negative)
            .toList();
    return of(clean.stream().filter(Entry::leak), clean);
  }

  private static String of(Stream<Entry> some, List<Entry> all) {
    return some.count() + " of " + all.size();
  }

  private static double median(List<Entry> all) {
    List<Double> seconds = new ArrayList<>();
    all.forEach(e -> seconds.add(e.said().seconds()));
    Collections.sort(seconds);
    return seconds.isEmpty() ? 0 : seconds.get(seconds.size() / 2);
  }

  private static String wrong(List<Entry> all) {
    List<String> wrong =
        all.stream()
            .filter(e -> e.leak() != e.subject().subject().leaks())
            .map(e -> e.subject().toString())
            .sorted()
            .toList();
    return wrong.isEmpty() ? "nothing wrong" : "wrong on " + String.join(", ", wrong);
  }
}
