package io.github.memoryleak.heap.dsl;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/**
 * A graph of any shape, and the heap that has it: node i is {@link #node}(i).
 *
 * @param nodes how many nodes
 * @param edges from, to; some lead from a node to itself, some are there twice
 * @param roots the nodes that are roots
 */
public record RandomHeap(int nodes, List<Edge> edges, Set<Integer> roots) {
  private static final int FIELDS = 3;

  /** An edge. */
  public record Edge(int from, int to) {}

  /** A heap, and its objects that are nodes. */
  public record Heap(Dump dump, List<DumpObject> nodes) {}

  /** {@return graphs with that many nodes at most, and about as many edges as nodes or twice} */
  public static Arbitrary<RandomHeap> upTo(int nodes) {
    return Arbitraries.integers().between(1, nodes).flatMap(RandomHeap::of);
  }

  private static Arbitrary<RandomHeap> of(int nodes) {
    Arbitrary<Integer> node = Arbitraries.integers().between(0, nodes - 1).withoutEdgeCases();
    Arbitrary<List<Edge>> edges =
        Combinators.combine(node, node).as(Edge::new).list().ofMaxSize(3 * nodes);
    Arbitrary<Set<Integer>> roots = node.set().ofMaxSize(Math.min(4, nodes));
    return Combinators.combine(edges, roots).as((e, r) -> new RandomHeap(nodes, e, r));
  }

  /** {@return the targets of a node's edges, in order} */
  public List<Integer> targets(int node) {
    return edges.stream().filter(edge -> edge.from() == node).map(Edge::to).toList();
  }

  /** {@return the heap: a node with few edges is an instance, others are arrays} */
  public Heap heap(DumpFormat format) {
    Dump dump = Dump.create(format);
    DumpClass clazz = dump.clazz("com.acme.Node");
    IntStream.range(0, FIELDS).forEach(i -> clazz.field("field" + i, Type.OBJECT));
    List<DumpObject> made = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      int size = targets(i).size();
      made.add(
          size <= FIELDS ? dump.instance(clazz) : dump.array(dump.objectClass(), size + i % 2));
    }
    for (int i = 0; i < nodes; i++) {
      connect(made.get(i), targets(i).stream().map(made::get).toList());
    }
    new LinkedHashSet<>(roots).forEach(root -> dump.root(GcRoot.JNI_GLOBAL, made.get(root)));
    return new Heap(dump, made);
  }

  private static void connect(DumpObject node, List<@Nullable DumpObject> targets) {
    for (int i = 0; i < targets.size(); i++) {
      if (node instanceof DumpInstance instance) {
        instance.set("field" + i, targets.get(i));
      } else if (node instanceof DumpArray array) {
        array.set(i, targets.get(i));
      }
    }
  }
}
