package io.github.memoryleak.heap.text;

import io.github.memoryleak.heap.analysis.ClassGrowth;
import io.github.memoryleak.heap.analysis.HeapComparison;
import io.github.memoryleak.heap.growth.GrownHolder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What grew between dumps, as JSON. */
public final class ComparisonJson {
  private ComparisonJson() {}

  /**
   * {@return the lines of the JSON document}
   *
   * @param comparison what was found
   */
  public static List<String> of(HeapComparison comparison) {
    return Json.document(
        "comparison",
        Json.object(
            "dumps", Json.list(comparison.dumps(), Json::facts),
            "bytesGrown", comparison.bytesGrown(),
            "share", comparison.share(),
            "warnings", comparison.warnings(),
            "holders", Json.list(comparison.holders(), ComparisonJson::holder),
            "classes", Json.list(comparison.classes(), ComparisonJson::type)));
  }

  private static Map<String, @Nullable Object> holder(GrownHolder grown) {
    return Json.object(
        "holder", grown.holder(),
        "path", grown.path(),
        "type", grown.type(),
        "objects", grown.objects(),
        "growth", grown.growth(),
        "objectGrowth", grown.objectGrowth(),
        "shallowGrowth", grown.shallowGrowth(),
        "retainedGrowth", grown.retainedGrowth(),
        "retainedBytes", grown.retained(),
        "typeGrowth", grown.typeGrowth(),
        "alsoHeldBy", grown.alsoHeldBy(),
        "soft", grown.soft());
  }

  private static Map<String, @Nullable Object> type(ClassGrowth growth) {
    return Json.object(
        "class", growth.className(),
        "objectsBefore", growth.objectsBefore(),
        "objectsAfter", growth.objectsAfter(),
        "bytesBefore", growth.bytesBefore(),
        "bytesAfter", growth.bytesAfter());
  }
}
