package io.github.memoryleak.heap.text;

import io.github.memoryleak.heap.analysis.HeapAnalysis;
import io.github.memoryleak.heap.inspect.Amount;
import io.github.memoryleak.heap.inspect.CollectionTotal;
import io.github.memoryleak.heap.inspect.DuplicateClass;
import io.github.memoryleak.heap.inspect.DuplicateString;
import io.github.memoryleak.heap.inspect.FrameInfo;
import io.github.memoryleak.heap.inspect.LeakSuspect;
import io.github.memoryleak.heap.inspect.LoaderInfo;
import io.github.memoryleak.heap.inspect.Reachability;
import io.github.memoryleak.heap.inspect.ThreadInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One dump as JSON: all that the text has, and the loaders and stacks as well. */
public final class AnalysisJson {
  private AnalysisJson() {}

  /**
   * {@return the lines of the JSON document}
   *
   * @param analysis what was found
   */
  public static List<String> of(HeapAnalysis analysis) {
    Map<String, @Nullable Object> content =
        Json.object(
            "dump", Json.facts(analysis.facts()),
            "reachability", reachability(analysis.reachability()),
            "suspects", Json.list(analysis.suspects().suspects(), AnalysisJson::suspect),
            "sampleIndex", analysis.order().text(),
            "classCount", analysis.classCount(),
            "classes", Json.list(analysis.classes(), Json::total));
    content.putAll(TableJson.biggest(analysis.biggest()));
    content.put("threads", Json.list(analysis.threads(), AnalysisJson::thread));
    content.put("loaders", Json.list(analysis.loaders().loaders(), AnalysisJson::loader));
    content.put(
        "duplicateClasses", Json.list(analysis.loaders().duplicates(), AnalysisJson::duplicate));
    content.put(
        "collections", Json.list(analysis.collections().classes(), AnalysisJson::collection));
    content.put(
        "strings",
        Json.object(
            "strings", analysis.strings().strings(),
            "distinct", analysis.strings().distinct(),
            "lostBytes", analysis.strings().lostBytes(),
            "isExact", analysis.strings().isExact(),
            "top", Json.list(analysis.strings().top(), AnalysisJson::string)));
    return Json.document("heap", content);
  }

  private static Map<String, @Nullable Object> reachability(Reachability reach) {
    return Json.object(
        "strong", amount(reach.strong()),
        "soft", amount(reach.soft()),
        "weak", amount(reach.weak()),
        "finalizer", amount(reach.finalizer()),
        "phantom", amount(reach.phantom()),
        "unreachable", amount(reach.unreachable()));
  }

  private static Map<String, @Nullable Object> amount(Amount amount) {
    return Json.object("objects", amount.objects(), "bytes", amount.bytes());
  }

  private static Map<String, @Nullable Object> suspect(LeakSuspect suspect) {
    return Json.object(
        "name", suspect.name(),
        "objects", suspect.objects(),
        "retainedBytes", suspect.retainedBytes(),
        "share", suspect.share(),
        "holder", Json.holder(suspect.accumulation().holder()),
        "accumulation", suspect.accumulation().name(),
        "elements", suspect.accumulation().elements(),
        "accumulatedBytes", suspect.accumulation().retainedBytes(),
        "contents", Json.list(suspect.accumulation().contents(), Json::total),
        "path", Json.path(suspect.accumulation().path()));
  }

  private static Map<String, @Nullable Object> thread(ThreadInfo thread) {
    return Json.object(
        "name", thread.name(),
        "class", thread.className(),
        "state", thread.state(),
        "daemon", thread.isDaemon(),
        "retainedBytes", thread.retainedBytes(),
        "frames", Json.list(thread.frames(), AnalysisJson::frame));
  }

  private static Map<String, @Nullable Object> frame(FrameInfo frame) {
    return Json.object(
        "method", frame.method(),
        "file", frame.file(),
        "line", frame.line(),
        "locals", Json.list(frame.locals(), Json::total));
  }

  private static Map<String, @Nullable Object> loader(LoaderInfo loader) {
    return Json.object(
        "object", loader.object(),
        "class", loader.className(),
        "name", loader.name(),
        "parent", loader.parent(),
        "urls", loader.urls(),
        "classes", loader.classes(),
        "instances", loader.instances(),
        "instanceBytes", loader.instanceBytes(),
        "retainedBytes", loader.retainedBytes(),
        "isReachable", loader.isReachable());
  }

  private static Map<String, @Nullable Object> duplicate(DuplicateClass duplicate) {
    return Json.object(
        "class", duplicate.className(),
        "loaders", duplicate.loaders(),
        "instances", duplicate.instances());
  }

  private static Map<String, @Nullable Object> collection(CollectionTotal total) {
    return Json.object(
        "class", total.className(),
        "collections", total.collections(),
        "empty", total.empty(),
        "single", total.single(),
        "elements", total.elements(),
        "capacity", total.capacity(),
        "wasteBytes", total.wasteBytes(),
        "heldBy",
            total.heldBy().stream()
                .map(
                    by ->
                        Json.object(
                            "holder", Json.holder(by.holder()),
                            "collections", by.collections(),
                            "wasteBytes", by.wasteBytes()))
                .toList());
  }

  private static Map<String, @Nullable Object> string(DuplicateString string) {
    return Json.object(
        "text", string.value(), "strings", string.count(), "lostBytes", string.lostBytes());
  }
}
