package io.github.memoryleak.heap.text;

import io.github.memoryleak.heap.analysis.DumpFacts;
import io.github.memoryleak.heap.inspect.ClassTotal;
import io.github.memoryleak.heap.inspect.Instances;
import io.github.memoryleak.heap.inspect.PathNode;
import io.github.memoryleak.report.Units;
import java.util.ArrayList;
import java.util.List;

/** The instances of some classes and what holds them, for people. */
public final class InstancesText {
  private final Page page = new Page();
  private final List<List<String>> rows = new ArrayList<>();

  private InstancesText() {}

  /**
   * {@return the lines}
   *
   * @param facts the dump at a glance
   * @param instances what was found
   */
  public static List<String> of(DumpFacts facts, Instances instances) {
    return new InstancesText().lines(facts, instances);
  }

  private List<String> lines(DumpFacts facts, Instances instances) {
    FactsText.add(page, facts);
    if (instances.instances() == 0) {
      page.heading(none(instances));
      return page.lines();
    }
    page.heading(
        Units.count(instances.instances(), "instance", "instances")
            + " of "
            + instances.pattern()
            + ": "
            + Units.bytes(instances.shallowBytes())
            + ", keeping "
            + Units.bytes(instances.retainedBytes())
            + " alive"
            + unreachable(instances));
    page.table(
        List.of("space", "retained", "objects", "class"),
        instances.classes().stream().map(InstancesText::total).toList());
    page.heading("Shortest strong paths to them, merged:");
    instances.paths().forEach(node -> add(node, 0));
    page.table(List.of("instances", "retained", "path"), rows);
    return page.lines();
  }

  private static String none(Instances instances) {
    return instances.unreachable() == 0
        ? "No class matches " + instances.pattern() + ", or it has no instances."
        : "Nothing holds an instance of "
            + instances.pattern()
            + " any more: "
            + Units.decimal(instances.unreachable())
            + " wait for the collector.";
  }

  private static String unreachable(Instances instances) {
    return instances.unreachable() == 0
        ? ""
        : "; beside "
            + Units.decimal(instances.unreachable())
            + " that nothing holds strongly any more";
  }

  private static List<String> total(ClassTotal total) {
    return List.of(
        Units.bytes(total.shallowBytes()),
        Units.bytes(total.retainedBytes()),
        Units.decimal(total.objects()),
        total.className());
  }

  /** Only a fork moves to the right: most paths have one branch and many steps. */
  private void add(PathNode node, int depth) {
    String field = node.field().equals("[]") ? "[element] " : "." + node.field() + " ";
    rows.add(
        List.of(
            Units.decimal(node.instances()),
            Units.bytes(node.retainedBytes()),
            "  ".repeat(depth)
                + (node.field().isEmpty() ? "" : field)
                + node.name()
                + (node.objects() > 1 ? " x " + Units.decimal(node.objects()) : "")));
    int below = node.children().size() > 1 ? depth + 1 : depth;
    node.children().forEach(child -> add(child, below));
  }
}
