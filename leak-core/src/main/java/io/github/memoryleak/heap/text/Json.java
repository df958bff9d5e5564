package io.github.memoryleak.heap.text;

import io.github.memoryleak.heap.analysis.DumpFacts;
import io.github.memoryleak.heap.inspect.ClassTotal;
import io.github.memoryleak.heap.inspect.Holder;
import io.github.memoryleak.heap.inspect.StrongPath;
import io.github.memoryleak.report.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What all JSON results have in common. Bytes and counts are integers, times are ISO-8601. */
final class Json {
  private static final int SCHEMA_VERSION = 1;

  private Json() {}

  /** A whole document, by lines. */
  static List<String> document(String kind, Map<String, @Nullable Object> content) {
    Map<String, @Nullable Object> all = object("schemaVersion", SCHEMA_VERSION, "kind", kind);
    all.putAll(content);
    return JsonText.of(all).lines().toList();
  }

  /** Names and values in turn. */
  static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return object;
  }

  static <T> List<Map<String, @Nullable Object>> list(
      List<T> items, Function<T, Map<String, @Nullable Object>> json) {
    return items.stream().map(json).toList();
  }

  static Map<String, @Nullable Object> facts(DumpFacts facts) {
    return object(
        "file", facts.file(),
        "fileBytes", facts.fileBytes(),
        "taken", facts.taken(),
        "objects", facts.objects(),
        "bytes", facts.bytes(),
        "javaVersion", facts.jvm().version(),
        "jvm", facts.jvm().name(),
        "program", facts.jvm().program(),
        "flags", facts.jvm().flags(),
        "missing", facts.missing().orElse(null));
  }

  static Map<String, @Nullable Object> total(ClassTotal total) {
    return object(
        "class", total.className(),
        "objects", total.objects(),
        "shallowBytes", total.shallowBytes(),
        "retainedBytes", total.retainedBytes());
  }

  static Map<String, @Nullable Object> path(StrongPath path) {
    return object("root", path.root().label(), "thread", path.thread(), "steps", Names.steps(path));
  }

  static String holder(Holder holder) {
    return Names.field(holder);
  }
}
