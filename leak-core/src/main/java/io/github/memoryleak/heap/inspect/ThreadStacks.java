package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.hprof.FieldType;
import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.heap.hprof.HprofException;
import io.github.memoryleak.heap.hprof.HprofFile;
import io.github.memoryleak.heap.hprof.RootTag;
import io.github.memoryleak.heap.hprof.Segment;
import io.github.memoryleak.heap.hprof.SubRecordVisitor;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The stacks of threads as the roots of a dump tell them: traces, and locals by frame. */
final class ThreadStacks implements SubRecordVisitor {
  /** A thread as a root: its serial number, and that of its stack trace. */
  private record Serials(int thread, int trace) {}

  private record Frame(int thread, int frame) {}

  private final Map<Long, Serials> threads = new HashMap<>();
  private final Map<Frame, Set<Long>> locals = new HashMap<>();

  static ThreadStacks of(HprofFile file, HeapProgress progress) throws HprofException {
    ThreadStacks stacks = new ThreadStacks();
    for (Segment segment : file.records().segments()) {
      progress.at("reading stacks", segment.start(), file.size());
      file.walk(segment, stacks);
    }
    return stacks;
  }

  /** The serial number of a thread's stack trace, or 0 when it has none. */
  int trace(long threadId) {
    return serials(threadId).trace();
  }

  /** The identifiers of what the variables of a frame refer to; 0 is the latest call. */
  Set<Long> locals(long threadId, int frame) {
    return locals.getOrDefault(new Frame(serials(threadId).thread(), frame), Set.of());
  }

  private Serials serials(long threadId) {
    return threads.getOrDefault(threadId, new Serials(0, 0));
  }

  @Override
  public void root(int tag, long id, int thread, int frame) {
    if (tag == RootTag.THREAD_OBJECT) {
      threads.put(id, new Serials(thread, frame));
    } else if (tag == RootTag.JAVA_FRAME) {
      locals.computeIfAbsent(new Frame(thread, frame), f -> new LinkedHashSet<>()).add(id);
    }
  }

  @Override
  public void instance(long position, long id, long classId, int length) {}

  @Override
  public void objectArray(long position, long id, long classId, int length) {}

  @Override
  public void primitiveArray(long position, long id, FieldType type, int length) {}
}
