package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.graph.ObjectReader;
import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.heap.hprof.HprofException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The threads of a dump.
 *
 * @param threads those that are strongly reachable, by what they retain, largest first
 */
public record Threads(List<ThreadInfo> threads) {
  /** Copies the list. */
  public Threads {
    threads = List.copyOf(threads);
  }

  /**
   * Reads the threads.
   *
   * @param view the dump
   * @param progress told how far it is
   * @return all threads, also those that did not start or have ended
   * @throws HprofException at a byte that makes no sense
   */
  public static Threads of(HeapView view, HeapProgress progress) throws HprofException {
    HeapGraph graph = view.graph();
    boolean[] isThread = new boolean[graph.classes().size()];
    for (int i = 0; i < isThread.length; i++) {
      isThread[i] = graph.classes().get(i).isSubclassOf("java.lang.Thread");
    }
    Ticker ticker = new Ticker(progress, "reading threads", graph.objects());
    List<ThreadInfo> threads = new ArrayList<>();
    Scan scan = new Scan(view, progress);
    graph.forEach(
        (object, type, shallow, length) -> {
          ticker.at(object);
          if (isThread[type] && view.tree().isReachable(object)) {
            threads.add(scan.read(object));
          }
        });
    return new Threads(threads.stream().sorted(ThreadInfo.LARGEST_FIRST).toList());
  }

  /** Reads single threads. */
  private static final class Scan {
    private final HeapView view;
    private final ObjectReader reader;
    private final ThreadLocals threadLocals;
    private final ThreadStacks stacks;
    private final StackTraces traces;

    Scan(HeapView view, HeapProgress progress) throws HprofException {
      this.view = view;
      reader = view.graph().reader();
      threadLocals = new ThreadLocals(view);
      stacks = ThreadStacks.of(view.file(), progress);
      traces = new StackTraces(view.file());
    }

    ThreadInfo read(int thread) {
      return new ThreadInfo(
          ThreadFields.name(reader, thread),
          view.name(thread),
          ThreadFields.state(reader, thread),
          isVirtual(thread) || ThreadFields.isDaemon(reader, thread),
          view.tree().retainedSize(thread),
          frames(reader.address(thread)),
          threadLocals.of(thread));
    }

    private boolean isVirtual(int thread) {
      return view.classOf(thread).isSubclassOf("java.lang.BaseVirtualThread");
    }

    private List<FrameInfo> frames(long thread) {
      List<FrameInfo> frames = traces.frames(stacks.trace(thread));
      for (int i = 0; i < frames.size(); i++) {
        frames.set(i, frames.get(i).holding(locals(stacks.locals(thread, i))));
      }
      return frames;
    }

    private List<ClassTotal> locals(Set<Long> ids) {
      ClassSums sums = new ClassSums();
      for (long id : ids) {
        int local = reader.find(id);
        if (local >= 0) {
          sums.add(
              view.name(local), view.graph().shallowSize(local), view.tree().retainedSize(local));
        }
      }
      return sums.largest(Integer.MAX_VALUE);
    }
  }
}
