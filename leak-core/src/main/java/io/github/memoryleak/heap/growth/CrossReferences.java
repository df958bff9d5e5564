package io.github.memoryleak.heap.growth;

import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.graph.References;
import io.github.memoryleak.heap.graph.WeakReferences;

/**
 * How many references lead from what one accumulation holds to what another one holds. Weak ones
 * count too: an entry whose key another one holds goes when the key does.
 */
final class CrossReferences {
  private final long[][] counts;

  CrossReferences(HeapGraph graph, Grouping grouping, Accumulations accumulations) {
    int size = accumulations.tops().size();
    counts = new long[size][size];
    if (size < 2) {
      return;
    }
    References references = graph.references();
    for (int object = 0; object < graph.objects(); object++) {
      int from = topOf(grouping, accumulations, object);
      if (from >= 0) {
        references.of(object);
        while (references.next()) {
          note(from, topOf(grouping, accumulations, references.target()));
        }
      }
    }
    WeakReferences weak = graph.weakReferences();
    for (int i = 0; i < weak.count(); i++) {
      note(
          topOf(grouping, accumulations, weak.reference(i)),
          topOf(grouping, accumulations, weak.referent(i)));
    }
  }

  private void note(int from, int to) {
    if (from >= 0 && to >= 0 && to != from) {
      counts[from][to]++;
    }
  }

  private static int topOf(Grouping grouping, Accumulations accumulations, int object) {
    int group = grouping.groupOf(object);
    return group < 0 ? Accumulations.NONE : accumulations.topOf(group);
  }

  long count(int from, int to) {
    return counts[from][to];
  }
}
