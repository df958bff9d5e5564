package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.RootTag;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What the stacks of threads refer to. */
final class ThreadLocals {
  private final Map<Integer, Long> threads = new HashMap<>();
  private final Map<Long, Set<Long>> byThread = new HashMap<>();

  ThreadLocals(RootList roots) {
    for (int i = 0; i < roots.size(); i++) {
      if (roots.tag(i) == RootTag.THREAD_OBJECT && roots.id(i) != 0) {
        threads.put(roots.thread(i), roots.id(i));
      }
    }
    for (int i = 0; i < roots.size(); i++) {
      if (isLocal(roots, i)) {
        long thread = threads.getOrDefault(roots.thread(i), 0L);
        byThread.computeIfAbsent(thread, t -> new LinkedHashSet<>()).add(roots.id(i));
      }
    }
  }

  /** {@return whether a root is a local variable of a thread that is in the dump} */
  boolean isLocal(RootList roots, int i) {
    return roots.tag(i) == RootTag.JAVA_FRAME
        && threads.containsKey(roots.thread(i))
        && roots.id(i) != threads.getOrDefault(roots.thread(i), 0L);
  }

  /** {@return the identifiers of what a thread's stack refers to} */
  Iterable<Long> of(long threadId) {
    return byThread.getOrDefault(threadId, Set.of());
  }
}
