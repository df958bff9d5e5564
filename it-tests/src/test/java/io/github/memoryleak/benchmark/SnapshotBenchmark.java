package io.github.memoryleak.benchmark;

import io.github.memoryleak.MemorySnapshot;
import org.openjdk.jmh.annotations.Benchmark;

/** What a snapshot without a collection costs. */
public class SnapshotBenchmark {
  @Benchmark
  public MemorySnapshot quick() {
    return MemorySnapshot.quick();
  }
}
