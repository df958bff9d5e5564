package io.github.memoryleak.heap.text;

import io.github.memoryleak.heap.analysis.DumpFacts;
import io.github.memoryleak.heap.analysis.SampleIndex;
import io.github.memoryleak.heap.graph.Histogram;
import io.github.memoryleak.heap.inspect.BigObject;
import io.github.memoryleak.heap.inspect.BiggestObjects;
import io.github.memoryleak.heap.inspect.Instances;
import io.github.memoryleak.heap.inspect.PathNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Single tables as JSON: a histogram, the biggest objects, the instances of some classes. */
public final class TableJson {
  private TableJson() {}

  /**
   * {@return the lines of the JSON document}
   *
   * @param histogram the classes
   * @param order by what they are ordered
   * @param top how many there are to be
   */
  public static List<String> of(Histogram histogram, SampleIndex order, int top) {
    return Json.document(
        "histogram",
        Json.object(
            "objects", histogram.objects(),
            "bytes", histogram.bytes(),
            "isCut", histogram.isCut(),
            "classes",
                HistogramText.totals(histogram, order, top).stream()
                    .map(
                        c ->
                            Json.object(
                                "class", c.className(),
                                "objects", c.objects(),
                                "shallowBytes", c.shallowBytes()))
                    .toList()));
  }

  /**
   * {@return the lines of the JSON document}
   *
   * @param biggest the objects that keep most alive
   */
  public static List<String> of(BiggestObjects biggest) {
    return Json.document("dominators", biggest(biggest));
  }

  static Map<String, @Nullable Object> biggest(BiggestObjects biggest) {
    return Json.object(
        "liveObjects", biggest.liveObjects(),
        "liveBytes", biggest.liveBytes(),
        "biggest", Json.list(biggest.objects(), TableJson::big));
  }

  private static Map<String, @Nullable Object> big(BigObject big) {
    return Json.object(
        "object", big.name(),
        "shallowBytes", big.shallowBytes(),
        "retainedBytes", big.retainedBytes(),
        "holder", Names.holder(big.path()),
        "path", Json.path(big.path()));
  }

  /**
   * {@return the lines of the JSON document}
   *
   * @param facts the dump at a glance
   * @param found the instances
   */
  public static List<String> of(DumpFacts facts, Instances found) {
    return Json.document(
        "instances",
        Json.object(
            "dump", Json.facts(facts),
            "type", found.pattern(),
            "instances", found.instances(),
            "unreachable", found.unreachable(),
            "shallowBytes", found.shallowBytes(),
            "retainedBytes", found.retainedBytes(),
            "classes", Json.list(found.classes(), Json::total),
            "paths", Json.list(found.paths(), TableJson::node)));
  }

  private static Map<String, @Nullable Object> node(PathNode node) {
    return Json.object(
        "field", node.field(),
        "class", node.name(),
        "objects", node.objects(),
        "instances", node.instances(),
        "retainedBytes", node.retainedBytes(),
        "children", Json.list(node.children(), TableJson::node));
  }
}
