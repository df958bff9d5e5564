package io.github.memoryleak.heap.growth;

import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.hprof.HprofFile;

/** Sees each dump while it is in memory. */
@FunctionalInterface
public interface GraphObserver {
  /**
   * A dump was read.
   *
   * @param file the dump
   * @param graph its objects; not to be kept
   */
  void read(HprofFile file, HeapGraph graph);
}
