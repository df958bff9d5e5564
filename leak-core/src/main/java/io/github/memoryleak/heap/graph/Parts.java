package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.Concurrent;
import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.heap.hprof.HprofException;
import io.github.memoryleak.heap.hprof.Segment;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
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
    List<Concurrent<T>> tasks = new ArrayList<>();
    for (int i = 1; i < parts.size(); i++) {
      int number = i;
      tasks.add(Concurrent.start(() -> work.run(number, parts.get(number), done)));
    }
    tasks.add(0, Concurrent.run(() -> work.run(0, parts.get(0), done)));
    return results(tasks);
  }

  private static <T> List<T> results(List<Concurrent<T>> tasks) throws HprofException {
    try {
      return tasks.stream().map(Concurrent::get).toList();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof HprofException problem) {
        throw problem;
      }
      throw e;
    }
  }
}
