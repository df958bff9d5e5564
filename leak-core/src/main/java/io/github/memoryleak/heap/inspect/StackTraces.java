package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.hprof.HprofFile;
import io.github.memoryleak.heap.hprof.LongTable;
import io.github.memoryleak.heap.hprof.RecordIndex;
import java.util.ArrayList;
import java.util.List;

/** Reads the records of stack traces and frames. */
final class StackTraces {
  private static final int INT = Integer.BYTES;

  private final HprofFile file;
  private final RecordIndex records;

  StackTraces(HprofFile file) {
    this.file = file;
    records = file.records();
  }

  /** The frames of a stack trace, the latest call first; without locals. */
  List<FrameInfo> frames(int traceSerial) {
    long body = records.traces().get(traceSerial);
    List<FrameInfo> frames = new ArrayList<>();
    if (body != LongTable.ABSENT) {
      long room = (unsigned(body - INT) - 3 * INT) / file.idSize();
      long count = Math.min(unsigned(body + 2 * INT), room);
      for (long i = 0; i < count; i++) {
        frames.add(frame(file.id(body + 3 * INT + i * file.idSize())));
      }
    }
    return frames;
  }

  private FrameInfo frame(long frameId) {
    long body = records.frames().get(frameId);
    if (body == LongTable.ABSENT) {
      return new FrameInfo("<unknown>", null, 0, List.of());
    }
    int idSize = file.idSize();
    long source = file.id(body + 3L * idSize);
    long classId = records.classSerials().get(unsigned(body + 4L * idSize));
    String method = records.string(file.id(body + idSize));
    return new FrameInfo(
        records.className(classId).replace('/', '.') + "." + method,
        source == 0 ? null : records.string(source),
        file.integer(body + 4L * idSize + INT),
        List.of());
  }

  private long unsigned(long position) {
    return Integer.toUnsignedLong(file.integer(position));
  }
}
