package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.graph.ObjectReader;
import io.github.memoryleak.heap.graph.RootKind;
import io.github.memoryleak.heap.graph.Roots;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Writes out the shortest strong paths to single objects. */
final class PathReader {
  private final Reached view;
  private final HeapGraph graph;
  private final ObjectReader reader;

  PathReader(Reached view) {
    this.view = view;
    graph = view.graph();
    reader = graph.reader();
  }

  /** The path to a strongly reachable object. */
  StrongPath to(int object) {
    Deque<PathStep> steps = new ArrayDeque<>();
    steps.addFirst(new PathStep(view.name(object), "", false, 1));
    int first = object;
    for (int parent = parent(first); parent >= 0; parent = parent(first)) {
      add(steps, step(parent, view.parentField(first)));
      first = parent;
    }
    int root = rootOf(first);
    return new StrongPath(kind(root), thread(root), new ArrayList<>(steps));
  }

  /** The field by which an object is held, looking through the JDK's own structures. */
  Holder holderOf(int object) {
    int held = object;
    int parent = parent(held);
    while (parent >= 0 && parent(parent) >= 0 && isPlumbing(parent)) {
      held = parent;
      parent = parent(held);
    }
    if (parent < 0) {
      return new Holder(view.name(held), "", false);
    }
    PathStep step = step(parent, view.parentField(held));
    return new Holder(step.className(), step.field(), step.isStatic());
  }

  private boolean isPlumbing(int object) {
    String name = view.classOf(object).name();
    return !view.isClass(object)
        && (name.endsWith("[]")
            || name.startsWith("java.util.")
            || name.startsWith("java.lang.ThreadLocal$"));
  }

  private int parent(int object) {
    return view.paths().parent(object);
  }

  private static void add(Deque<PathStep> steps, PathStep step) {
    if (step.isLike(steps.getFirst())) {
      step = steps.removeFirst().again();
    }
    steps.addFirst(step);
  }

  private PathStep step(int object, String field) {
    boolean isStatic = view.isClass(object) && !field.startsWith("<");
    String name = isStatic ? graph.classes().get(object).name() : view.declaring(object, field);
    return new PathStep(name, field, isStatic, 1);
  }

  /** The index of the first root on that object, which is of the kind that paths prefer, or -1. */
  private int rootOf(int object) {
    Roots roots = graph.roots();
    for (int i = 0; i < roots.count(); i++) {
      if (roots.object(i) == object) {
        return i;
      }
    }
    return -1;
  }

  private RootKind kind(int root) {
    return root < 0 ? RootKind.UNKNOWN : graph.roots().kind(root);
  }

  private @Nullable String thread(int root) {
    int thread = root < 0 ? -1 : threadOf(root);
    return thread < 0 ? null : ThreadFields.name(reader, thread);
  }

  private int threadOf(int root) {
    Roots roots = graph.roots();
    int serial = roots.threadSerial(root);
    for (int i = 0; serial != 0 && i < roots.count(); i++) {
      if (roots.kind(i) == RootKind.THREAD && roots.threadSerial(i) == serial) {
        return roots.object(i);
      }
    }
    return -1;
  }
}
