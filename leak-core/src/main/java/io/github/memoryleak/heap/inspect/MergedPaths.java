package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.graph.HeapGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges the shortest strong paths to many objects into a tree.
 *
 * <p>Objects fall together when the paths to them have the same classes and fields. Which node an
 * object fell into is remembered, so a path is followed only up to the first object that was seen
 * before, and the whole costs a step for each different object on any path. The nodes of a linked
 * list or a tree, objects held by a field of another one of their class, fall together as well.
 */
final class MergedPaths {
  private static final int DEEPEST = 500;

  private final Reached view;
  private final HeapGraph graph;
  private final IntMap nodeOf = new IntMap();
  private final List<Node> nodes = new ArrayList<>();
  private final Map<Key, Integer> byKey = new HashMap<>();

  MergedPaths(Reached view) {
    this.view = view;
    graph = view.graph();
  }

  /** Adds the path to an object that keeps so many bytes alive. */
  void add(int object, long retained) {
    Node node = nodes.get(node(object));
    node.instances++;
    node.retained += retained;
  }

  /** The tree from the roots on, with the largest branches of each step. */
  List<PathNode> nodes(int top) {
    List<List<PathNode>> children = new ArrayList<>();
    nodes.forEach(n -> children.add(new ArrayList<>()));
    List<PathNode> roots = new ArrayList<>();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Node node = nodes.get(i);
      PathNode built = node.build(largest(children.get(i), top));
      int parent = node.key.parent;
      if (parent >= 0) {
        nodes.get(parent).instances += node.instances;
        nodes.get(parent).retained += node.retained;
      }
      (parent < 0 ? roots : children.get(parent)).add(built);
      children.set(i, List.of());
    }
    return largest(roots, top);
  }

  private static List<PathNode> largest(List<PathNode> nodes, int top) {
    return nodes.stream()
        .sorted(
            Comparator.comparingLong(PathNode::instances)
                .reversed()
                .thenComparing(PathNode::name)
                .thenComparing(PathNode::field))
        .limit(top)
        .toList();
  }

  private int node(int object) {
    IntStack fresh = new IntStack();
    int known = object;
    while (known >= 0 && nodeOf.get(known) < 0) {
      fresh.push(known);
      known = view.paths().parent(known);
    }
    int node = known < 0 ? -1 : nodeOf.get(known);
    while (!fresh.isEmpty()) {
      int next = fresh.pop();
      node = child(node, next);
      nodeOf.put(next, node);
    }
    return node;
  }

  private int child(int parent, int object) {
    String field = parent < 0 ? "" : view.parentField(object);
    int type = view.isClass(object) ? -1 - object : graph.classOf(object);
    Node above = parent < 0 ? null : nodes.get(parent);
    int node = parent;
    if (above == null || !above.absorbs(type, field)) {
      node = byKey.computeIfAbsent(new Key(parent, type, field), k -> create(k, object, above));
    }
    nodes.get(node).objects++;
    return node;
  }

  private int create(Key key, int object, @org.jspecify.annotations.Nullable Node above) {
    nodes.add(new Node(key, view.name(object), above == null ? 0 : above.depth + 1));
    return nodes.size() - 1;
  }

  /** What falls together: the same field, out of the same node, to objects of one class. */
  private record Key(int parent, int type, String field) {}

  /** A node of the tree; a parent comes before its children. */
  private static final class Node {
    final Key key;
    final int depth;
    long objects;
    long instances;
    long retained;
    private final String name;

    Node(Key key, String name, int depth) {
      this.key = key;
      this.name = name;
      this.depth = depth;
    }

    boolean absorbs(int type, String field) {
      return (type == key.type && !field.equals("[]")) || depth >= DEEPEST;
    }

    PathNode build(List<PathNode> children) {
      return new PathNode(key.field, name, objects, instances, retained, children);
    }
  }
}
