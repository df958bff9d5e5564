package io.github.memoryleak.heap.text;

import io.github.memoryleak.heap.analysis.HeapAnalysis;
import io.github.memoryleak.heap.inspect.CollectionTotal;
import io.github.memoryleak.heap.inspect.DuplicateClass;
import io.github.memoryleak.heap.inspect.DuplicateString;
import io.github.memoryleak.heap.inspect.DuplicateStrings;
import io.github.memoryleak.heap.inspect.LoaderInfo;
import io.github.memoryleak.heap.inspect.Loaders;
import io.github.memoryleak.report.Units;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a heap holds to no purpose: classes defined twice, empty collections, equal strings. */
final class WasteText {
  private static final int LONGEST = 60;

  private WasteText() {}

  static void add(Page page, HeapAnalysis analysis) {
    int top = Math.max(1, analysis.biggest().objects().size());
    duplicateClasses(page, analysis.loaders(), top);
    collections(page, analysis.collections().classes());
    strings(page, analysis.strings());
  }

  private static void duplicateClasses(Page page, Loaders loaders, int top) {
    List<DuplicateClass> duplicates = loaders.duplicates();
    if (duplicates.isEmpty()) {
      return;
    }
    Map<Integer, LoaderInfo> byObject = new LinkedHashMap<>();
    loaders.loaders().forEach(loader -> byObject.put(loader.object(), loader));
    page.heading(
        "Classes that several loaders defined ("
            + Units.decimal(duplicates.size())
            + "); many loaders of one kind are a leak of class loaders:");
    page.table(
        List.of("loaders", "objects", "class, and the loaders"),
        duplicates.stream().limit(top).map(d -> duplicate(d, byObject)).toList());
  }

  private static List<String> duplicate(DuplicateClass d, Map<Integer, LoaderInfo> loaders) {
    Map<String, Long> kinds =
        d.loaders().stream()
            .map(loaders::get)
            .map(loader -> loader == null ? "?" : name(loader))
            .collect(Collectors.groupingBy(n -> n, LinkedHashMap::new, Collectors.counting()));
    String by =
        kinds.entrySet().stream()
            .map(e -> e.getValue() > 1 ? e.getValue() + " x " + e.getKey() : e.getKey())
            .collect(Collectors.joining(", "));
    return List.of(
        Units.decimal(d.loaders().size()),
        Units.decimal(d.instances()),
        d.className() + " <- " + by);
  }

  private static String name(LoaderInfo loader) {
    return loader.className().isEmpty() ? "boot loader" : loader.className();
  }

  private static void collections(Page page, List<CollectionTotal> classes) {
    List<List<String>> rows =
        classes.stream().filter(c -> c.wasteBytes() > 0).map(WasteText::collection).toList();
    if (!rows.isEmpty()) {
      page.heading("Collections that are empty or have room to spare:");
      page.table(List.of("waste", "all", "empty", "class, and what wastes most"), rows);
    }
  }

  private static List<String> collection(CollectionTotal total) {
    String by =
        total.heldBy().isEmpty() ? "" : " <- " + Names.field(total.heldBy().get(0).holder());
    return List.of(
        Units.bytes(total.wasteBytes()),
        Units.decimal(total.collections()),
        Units.decimal(total.empty()),
        total.className() + by);
  }

  private static void strings(Page page, DuplicateStrings strings) {
    if (strings.lostBytes() == 0) {
      return;
    }
    page.heading(
        "Equal strings: "
            + (strings.isExact() ? "" : "at least ")
            + Units.bytes(strings.lostBytes())
            + " lost; "
            + Units.decimal(strings.strings())
            + " strings hold "
            + Units.decimal(strings.distinct())
            + " texts:");
    page.table(
        List.of("lost", "strings", "text"), strings.top().stream().map(WasteText::string).toList());
  }

  private static List<String> string(DuplicateString d) {
    return List.of(
        Units.bytes(d.lostBytes()), Units.decimal(d.count()), '"' + cut(d.value()) + '"');
  }

  private static String cut(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST - 3)))
            + "...";
  }
}
