package io.github.memoryleak.heap.growth;

import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.graph.References;
import io.github.memoryleak.heap.graph.WeakReferences;

/**
 * How many references lead from what one accumulation holds to what another one holds. Weak ones
 * count too: an entry whose key another one holds goes when the key does.
 */
final class CrossReferences {
  private final long[][] strong;
  private final long[][] weak;

  CrossReferences(HeapGraph graph, Grouping grouping, Accumulations accumulations) {
    int size = accumulations.tops().size();
    strong = new long[size][size];
    weak = new long[size][size];
    if (size < 2) {
      return;
    }
    References references = graph.references();
    for (int object = 0; object < graph.objects(); object++) {
      int from = topOf(grouping, accumulations, object);
      if (from >= 0) {
        references.of(object);
        while (references.next()) {
          note(strong, from, topOf(grouping, accumulations, references.target()));
        }
      }
    }
    WeakReferences weakly = graph.weakReferences();
    for (int i = 0; i < weakly.count(); i++) {
      note(
          weak,
          topOf(grouping, accumulations, weakly.reference(i)),
          topOf(grouping, accumulations, weakly.referent(i)));
    }
  }

  private static void note(long[][] counts, int from, int to) {
    if (from >= 0 && to >= 0 && to != from) {
      counts[from][to]++;
    }
  }

  private static int topOf(Grouping grouping, Accumulations accumulations, int object) {
    int group = grouping.groupOf(object);
    return group < 0 ? Accumulations.NONE : accumulations.topOf(group);
  }

  long count(int from, int to) {
    return strong[from][to] + weak[from][to];
  }

  /** {@return how many of them keep nothing alive} */
  long weak(int from, int to) {
    return weak[from][to];
  }
}
