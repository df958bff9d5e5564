package io.github.memoryleak.benchmark;

import io.github.memoryleak.ResourceTracker;
import io.github.memoryleak.ResourceTracker.Configuration;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What a recorded read costs, beside the adder that would count its bytes alone. */
@State(Scope.Benchmark)
public class RecordBenchmark {
  private static final long BYTES = 4096;

  private final LongAdder adder = new LongAdder();
  private final ResourceTracker tracker =
      new ResourceTracker(Configuration.defaults().withSampleInterval(Duration.ofHours(1)));

  @Benchmark
  public void longAdder() {
    adder.add(BYTES);
  }

  @Benchmark
  public void recordRead() {
    tracker.recordRead(BYTES);
  }

  @TearDown
  public void close() {
    tracker.close();
  }
}
