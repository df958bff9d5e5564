package io.github.memoryleak.heap.dsl;

import java.util.List;

/** Writes the frames and stacks of the threads; stack no. 1 is empty, thread n has no. n + 1. */
final class StackRecords {
  private final DumpWriter writer;
  private long frames;

  StackRecords(DumpWriter writer) {
    this.writer = writer;
  }

  void write(List<DumpClass> classes) {
    List<DumpThread> threads = writer.dump().threads();
    writer.stackTrace(1, 0, new long[0]);
    for (int i = 0; i < threads.size(); i++) {
      List<DumpFrame> stack = threads.get(i).frames();
      long[] ids = new long[stack.size()];
      for (int j = 0; j < ids.length; j++) {
        ids[j] = ++frames;
        writer.stackFrame(ids[j], stack.get(j), classes.indexOf(stack.get(j).clazz()) + 1);
      }
      writer.stackTrace(i + 2, i + 1, ids);
    }
  }
}
