package io.github.memoryleak.heap.inspect;

import java.util.ArrayList;
import java.util.List;

/** Reads the thread-local variables of a thread. */
final class ThreadLocals {
  private static final String[] MAPS = {"threadLocals", "inheritableThreadLocals"};

  private final HeapView view;
  private final Fields fields;
  private final PathReader paths;

  ThreadLocals(HeapView view) {
    this.view = view;
    fields = new Fields(view.graph());
    paths = new PathReader(view.reached());
  }

  /** The values, largest first. */
  List<ThreadLocalInfo> of(int thread) {
    List<ThreadLocalInfo> found = new ArrayList<>();
    for (String map : MAPS) {
      int table = fields.reference(fields.reference(thread, map), "table");
      for (int i = 0; i < fields.slots(table); i++) {
        add(found, fields.element(table, i));
      }
    }
    return found.stream().sorted(ThreadLocalInfo.LARGEST_FIRST).toList();
  }

  private void add(List<ThreadLocalInfo> found, int entry) {
    int value = fields.reference(entry, "value");
    if (value < 0) {
      return;
    }
    int variable = fields.reference(entry, "referent");
    boolean isHeld = variable >= 0 && view.tree().isReachable(variable);
    found.add(
        new ThreadLocalInfo(
            isHeld ? paths.holderOf(variable) : null,
            variable < 0 ? "" : view.name(variable),
            view.name(value),
            view.tree().retainedSize(value)));
  }
}
