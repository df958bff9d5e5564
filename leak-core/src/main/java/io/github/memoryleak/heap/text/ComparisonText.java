package io.github.memoryleak.heap.text;

import io.github.memoryleak.heap.analysis.ClassGrowth;
import io.github.memoryleak.heap.analysis.DumpFacts;
import io.github.memoryleak.heap.analysis.HeapComparison;
import io.github.memoryleak.heap.growth.GrownHolder;
import io.github.memoryleak.report.Units;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What grew between dumps, for people: the sum, then by holder, then by class. */
public final class ComparisonText {
  private static final int MOST_TYPES = 5;
  private static final double LEAST_SHARE = 0.01;

  /** Above this a factor says more than a percentage. */
  private static final int MOST_PERCENT = 1000;

  private final HeapComparison comparison;
  private final Page page = new Page();

  private ComparisonText(HeapComparison comparison) {
    this.comparison = comparison;
  }

  /**
   * {@return the lines}
   *
   * @param comparison what was found
   */
  public static List<String> of(HeapComparison comparison) {
    return new ComparisonText(comparison).lines();
  }

  private List<String> lines() {
    comparison.dumps().forEach(facts -> FactsText.add(page, facts));
    sum();
    comparison.warnings().forEach(warning -> page.heading("WARNING: " + warning));
    holders();
    classes();
    return page.lines();
  }

  /** Any program grows a little everywhere: the small ones get one line together. */
  private void holders() {
    long all = comparison.holders().stream().mapToLong(GrownHolder::retainedGrowth).sum();
    List<GrownHolder> shown =
        comparison.holders().stream()
            .filter(holder -> holder.retainedGrowth() >= LEAST_SHARE * all)
            .toList();
    int number = 0;
    for (GrownHolder holder : shown) {
      holder(++number, holder);
    }
    int hidden = comparison.holders().size() - shown.size();
    if (hidden > 0) {
      long rest = all - shown.stream().mapToLong(GrownHolder::retainedGrowth).sum();
      page.heading(
          "Beside these, "
              + Units.count(hidden, "holder", "holders")
              + " grew by less than a hundredth each, "
              + Units.bytes(rest)
              + " in all.");
    }
    if (comparison.holders().isEmpty()) {
      page.heading("Nothing accumulates: no collection or field has more in each dump.");
    }
  }

  private void sum() {
    DumpFacts first = comparison.first();
    DumpFacts last = comparison.last();
    page.heading(
        "The heap "
            + (comparison.bytesGrown() < 0 ? "shrank" : "grew")
            + " by "
            + Units.bytes(Math.abs(comparison.bytesGrown()))
            + " ("
            + Units.percent(Math.abs(100 * comparison.share()))
            + ") in "
            + Units.duration(Math.max(0, Duration.between(first.taken(), last.taken()).toMillis()))
            + ": "
            + Units.bytes(first.bytes())
            + " -> "
            + Units.bytes(last.bytes())
            + ", objects "
            + Units.decimal(first.objects())
            + " -> "
            + Units.decimal(last.objects()));
  }

  private void holder(int number, GrownHolder grown) {
    page.heading(
        "Grown "
            + number
            + ": "
            + Units.signedBytes(grown.retainedGrowth())
            + " in "
            + grown.holder()
            + (grown.soft() ? " (softly held: a cache that gives way, no leak)" : ""));
    page.indented("objects:  " + objects(grown));
    page.indented(
        "bytes:    "
            + Units.signedBytes(grown.shallowGrowth())
            + " with what they hold; all of them keep "
            + Units.bytes(grown.retained())
            + " alive");
    types(grown.typeGrowth());
    if (!grown.alsoHeldBy().isEmpty()) {
      page.indented("also by:  " + String.join(", ", grown.alsoHeldBy()));
    }
    page.indented("path:");
    grown.path().forEach(step -> page.indented("  " + step));
  }

  private static String objects(GrownHolder grown) {
    long before = grown.objects() - grown.growth();
    String steps =
        grown.objectGrowth().size() == 1
            ? ""
            : " ("
                + grown.objectGrowth().stream()
                    .map(Units::signed)
                    .collect(Collectors.joining(", then "))
                + ")";
    return Units.decimal(before)
        + " -> "
        + Units.decimal(grown.objects())
        + " x "
        + grown.type()
        + steps
        + (grown.growth() == 0 ? ", which became larger" : "," + percent(before, grown.growth()));
  }

  private void types(Map<String, Long> types) {
    String shown =
        types.entrySet().stream()
            .filter(e -> e.getValue() != 0)
            .limit(MOST_TYPES)
            .map(e -> Units.signed(e.getValue()) + " " + e.getKey())
            .collect(Collectors.joining(", "));
    if (!shown.isEmpty()) {
      page.indented("below it: " + shown);
    }
  }

  private void classes() {
    if (comparison.classes().isEmpty()) {
      return;
    }
    page.heading("Classes that grew:");
    page.table(
        List.of("space", "%", "objects", "%", "class"),
        comparison.classes().stream().map(ComparisonText::row).toList());
  }

  private static List<String> row(ClassGrowth c) {
    return List.of(
        Units.signedBytes(c.bytes()),
        percent(c.bytesBefore(), c.bytes()).strip(),
        Units.signed(c.objects()),
        percent(c.objectsBefore(), c.objects()).strip(),
        c.className());
  }

  private static String percent(long before, long growth) {
    if (before == 0 || growth == 0) {
      return growth == 0 ? "" : " new";
    }
    double percent = 100.0 * growth / before;
    return percent > MOST_PERCENT
        ? " x " + Units.decimal(Math.round(1 + percent / 100))
        : (growth < 0 ? " " : " +") + Units.percent(percent);
  }
}
