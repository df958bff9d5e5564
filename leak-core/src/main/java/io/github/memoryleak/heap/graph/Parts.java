package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.heap.hprof.HprofException;
import io.github.memoryleak.heap.hprof.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** A dump cut into contiguous parts of about the same size, one for each thread. */
final class Parts {
  private static final int MOST = 8;
  private static final long LEAST_BYTES = 4L << 20;

  private final List<List<Segment>> parts = new ArrayList<>();
  private final long size;

  private Parts(List<Segment> segments) {
    size = segments.stream().mapToLong(Segment::size).sum();
    int wanted = Math.min(MOST, Runtime.getRuntime().availableProcessors());
    long each = Math.max(LEAST_BYTES, size / wanted + 1);
    List<Segment> part = new ArrayList<>();
    long bytes = 0;
    for (Segment segment : segments) {
      part.add(segment);
      bytes += segment.size();
      if (bytes >= each * (parts.size() + 1L)) {
        parts.add(part);
        part = new ArrayList<>();
      }
    }
    if (!part.isEmpty() || parts.isEmpty()) {
      parts.add(part);
    }
  }

  static Parts of(List<Segment> segments) {
    return new Parts(segments);
  }

  /** {@return the number of the first segment of a part} */
  int firstSegment(int part) {
    return parts.subList(0, part).stream().mapToInt(List::size).sum();
  }

  /** What is done with a part. */
  interface Work<T> {
    T run(int number, List<Segment> part, LongConsumer done) throws HprofException;
  }

  /** {@return what the work gives for each part, in order} */
  <T> List<T> each(String phase, HeapProgress progress, Work<T> work) throws HprofException {
    AtomicLong bytes = new AtomicLong();
    LongConsumer done = n -> progress.at(phase, bytes.addAndGet(n), size);
    List<FutureTask<T>> tasks = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      int number = i;
      Callable<T> call = () -> work.run(number, parts.get(number), done);
      tasks.add(new FutureTask<>(call));
    }
    for (FutureTask<T> task : tasks.subList(1, tasks.size())) {
      Thread thread = new Thread(task, "heap dump reader");
      thread.setDaemon(true);
      thread.start();
    }
    tasks.get(0).run();
    List<T> results = new ArrayList<>();
    for (FutureTask<T> task : tasks) {
      results.add(result(task));
    }
    return results;
  }

  private static <T> T result(FutureTask<T> task) throws HprofException {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new java.util.concurrent.CancellationException("interrupted");
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof HprofException problem) {
        throw problem;
      }
      if (cause instanceof RuntimeException fault) {
        throw fault;
      }
      if (cause instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(cause);
    }
  }
}
