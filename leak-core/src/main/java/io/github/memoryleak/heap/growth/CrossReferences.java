package io.github.memoryleak.heap.growth;

import io.github.memoryleak.heap.graph.HeapGraph;

/** How many references lead from what one accumulation holds to what another one holds. */
final class CrossReferences {
  private final long[][] counts;

  CrossReferences(HeapGraph graph, Grouping grouping, Accumulations accumulations) {
    int size = accumulations.tops().size();
    counts = new long[size][size];
    if (size < 2) {
      return;
    }
    for (int object = 0; object < graph.objects(); object++) {
      int from = topOf(grouping, accumulations, object);
      if (from >= 0) {
        for (int edge = graph.firstEdge(object), end = graph.endEdge(object); edge < end; edge++) {
          int to = topOf(grouping, accumulations, graph.target(edge));
          if (to >= 0 && to != from) {
            counts[from][to]++;
          }
        }
      }
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
