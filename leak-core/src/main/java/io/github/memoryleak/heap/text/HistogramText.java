package io.github.memoryleak.heap.text;

import io.github.memoryleak.heap.analysis.SampleIndex;
import io.github.memoryleak.heap.graph.HeapClass;
import io.github.memoryleak.heap.graph.Histogram;
import io.github.memoryleak.heap.inspect.ClassTotal;
import io.github.memoryleak.report.Units;
import java.util.List;

/** Objects and bytes by class, for people. */
public final class HistogramText {
  private HistogramText() {}

  /**
   * {@return the lines}
   *
   * @param histogram the classes
   * @param order by what they are ordered
   * @param top how many there are to be
   */
  public static List<String> of(Histogram histogram, SampleIndex order, int top) {
    Page page = new Page();
    page.heading(
        Names.objects(histogram.objects())
            + " with "
            + Units.bytes(histogram.bytes())
            + ", reachable or not"
            + (histogram.isCut() ? " (INCOMPLETE: the file ends early)" : ""));
    page.table(
        List.of("space", "%", "objects", "%", "class"),
        totals(histogram, order, top).stream().map(total -> row(total, histogram)).toList());
    return page.lines();
  }

  static List<ClassTotal> totals(Histogram histogram, SampleIndex order, int top) {
    return histogram.classes().stream()
        .filter(c -> c.instances() > 0)
        .map(HistogramText::total)
        .sorted(order.order())
        .limit(top)
        .toList();
  }

  private static ClassTotal total(HeapClass c) {
    return new ClassTotal(c.name(), c.instances(), c.bytes(), 0);
  }

  private static List<String> row(ClassTotal total, Histogram all) {
    return List.of(
        Units.bytes(total.shallowBytes()),
        Names.share(total.shallowBytes(), all.bytes()),
        Units.decimal(total.objects()),
        Names.share(total.objects(), all.objects()),
        total.className());
  }
}
