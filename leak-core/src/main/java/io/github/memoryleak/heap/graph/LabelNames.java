package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.FieldType;
import java.util.List;

/** Labels for people. */
final class LabelNames {
  private LabelNames() {}

  static String of(HeapGraph graph, int from, int label) {
    return switch (label) {
      case Label.SLOT -> "[]";
      case Label.LOCAL -> "<local>";
      case Label.LOADER -> "<loader>";
      case Label.CLASS -> "<class>";
      case Label.SUPER -> "<superclass>";
      case Label.OTHER -> "<field>";
      default -> field(graph, from, label);
    };
  }

  private static String field(HeapGraph graph, int from, int label) {
    List<HeapField> fields =
        from < graph.classes().size()
            ? graph.classes().get(from).staticFields().stream()
                .filter(f -> f.type() == FieldType.OBJECT)
                .toList()
            : graph.classes().get(graph.classOf(from)).referenceFields();
    return label < fields.size() ? fields.get(label).name() : "<field>";
  }
}
