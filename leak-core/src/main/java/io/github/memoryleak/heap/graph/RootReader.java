package io.github.memoryleak.heap.graph;

import java.util.ArrayList;
import java.util.List;

/** Makes the roots: those of the file, and the classes that stay as long as the JVM. */
final class RootReader {
  private record Root(RootKind kind, int object, int thread) {}

  private RootReader() {}

  static Roots read(RootList list, ThreadLocals locals, ClassTable classes, Numbers numbers) {
    List<Root> roots = new ArrayList<>();
    for (int i = 0; i < classes.size(); i++) {
      if (classes.isSystem(i)) {
        roots.add(new Root(RootKind.SYSTEM_CLASS, i, 0));
      }
    }
    for (int i = 0; i < list.size(); i++) {
      int object = list.id(i) == 0 ? Numbers.NOT_FOUND : numbers.of(list.id(i));
      boolean known = object >= 0 && object < classes.size() && classes.isSystem(object);
      if (object >= 0 && !known && !locals.isLocal(list, i)) {
        roots.add(new Root(RootKind.of(list.tag(i)), object, list.thread(i)));
      }
    }
    roots.sort(java.util.Comparator.comparing(Root::kind));
    return new Roots(
        roots.stream().mapToInt(Root::object).toArray(),
        roots.stream().map(Root::kind).toArray(RootKind[]::new),
        roots.stream().mapToInt(Root::thread).toArray());
  }
}
