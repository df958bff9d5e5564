package io.github.memoryleak.heap.redact;

import io.github.memoryleak.heap.hprof.HprofFile;
import io.github.memoryleak.heap.hprof.Segment;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The records of a whole dump, in the order of the file. */
final class Records {
  static final int UTF8 = 0x01;
  static final int LOAD_CLASS = 0x02;
  static final int STACK_FRAME = 0x04;

  private static final int HEADER = 1 + 4 + 4;
  private static final int BEHIND_MAGIC = 1 + 4 + 8;

  private Records() {}

  /** Sees the records. */
  interface Visitor {
    /** A record without objects; its body reaches from the first position to before the other. */
    void record(int tag, long body, long end) throws IOException;

    /** A record with objects. */
    void objects(Segment segment) throws IOException;
  }

  static void walk(HprofFile file, Visitor visitor) throws IOException {
    Map<Long, Segment> segments = new HashMap<>();
    file.records().segments().forEach(segment -> segments.put(segment.start(), segment));
    long position = afterHeader(file);
    while (position < file.size()) {
      long body = position + HEADER;
      Segment segment = segments.get(body);
      if (segment != null) {
        visitor.objects(segment);
        position = segment.end();
      } else {
        position = body + (file.integer(position + 5) & 0xffffffffL);
        visitor.record(file.unsignedByte(body - HEADER), body, position);
      }
    }
  }

  private static long afterHeader(HprofFile file) {
    long end = 0;
    while (file.unsignedByte(end) != 0) {
      end++;
    }
    return end + BEHIND_MAGIC;
  }
}
