package io.github.memoryleak.heap.analysis;

import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.heap.hprof.HprofException;
import io.github.memoryleak.heap.inspect.BiggestObjects;
import io.github.memoryleak.heap.inspect.ClassTotal;
import io.github.memoryleak.heap.inspect.CollectionTotals;
import io.github.memoryleak.heap.inspect.DuplicateStrings;
import io.github.memoryleak.heap.inspect.HeapView;
import io.github.memoryleak.heap.inspect.LeakSuspects;
import io.github.memoryleak.heap.inspect.Loaders;
import io.github.memoryleak.heap.inspect.Reachability;
import io.github.memoryleak.heap.inspect.RetainedSizes;
import io.github.memoryleak.heap.inspect.SuspectLimits;
import io.github.memoryleak.heap.inspect.ThreadInfo;
import io.github.memoryleak.heap.inspect.Threads;
import java.util.List;

/**
 * All that is told of one dump.
 *
 * @param facts the dump at a glance
 * @param order by what the classes are ordered
 * @param classCount how many classes have objects that are strongly reachable
 * @param classes the first of them
 * @param biggest the objects that keep most alive
 * @param suspects what keeps a large share of the heap alive
 * @param loaders the class loaders, and the classes that several of them defined
 * @param collections the collections that waste most
 * @param strings the equal strings that lose most
 * @param threads the threads that keep most alive
 * @param reachability how the objects are reached
 */
public record HeapAnalysis(
    DumpFacts facts,
    SampleIndex order,
    int classCount,
    List<ClassTotal> classes,
    BiggestObjects biggest,
    LeakSuspects suspects,
    Loaders loaders,
    CollectionTotals collections,
    DuplicateStrings strings,
    List<ThreadInfo> threads,
    Reachability reachability) {

  /** Copies the lists. */
  public HeapAnalysis {
    classes = List.copyOf(classes);
    threads = List.copyOf(threads);
  }

  /**
   * Analyses a dump.
   *
   * @param view the dump
   * @param order by what to order the classes
   * @param top how many lines each table has
   * @param progress told how far it is
   * @return what was found
   * @throws HprofException at a byte that makes no sense
   */
  public static HeapAnalysis of(HeapView view, SampleIndex order, int top, HeapProgress progress)
      throws HprofException {
    List<ClassTotal> classes = RetainedSizes.of(view, Integer.MAX_VALUE, progress).classes();
    return new HeapAnalysis(
        DumpFacts.of(view.file(), view.graph()),
        order,
        classes.size(),
        classes.stream().sorted(order.order()).limit(top).toList(),
        BiggestObjects.of(view, top, progress),
        LeakSuspects.of(view, SuspectLimits.DEFAULT, progress),
        Loaders.of(view, progress),
        CollectionTotals.of(view, top, progress),
        DuplicateStrings.of(view, top, progress),
        Threads.of(view, progress).threads().stream().limit(top).toList(),
        Reachability.of(view, progress));
  }
}
