package io.github.memoryleak.heap.hprof;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Steps over the sub-records of one segment. Every length is checked against the segment before
 * anything behind it is read.
 */
final class SegmentWalk {
  private static final int NOTHING = -1;

  private final Path path;
  private final MappedBytes bytes;
  private final int idSize;
  private final boolean wide;
  private final Segment segment;

  private ByteBuffer window;
  private long windowStart;

  SegmentWalk(Path path, MappedBytes bytes, int idSize, Segment segment) {
    this.path = path;
    this.bytes = bytes;
    this.idSize = idSize;
    this.segment = segment;
    wide = idSize == Long.BYTES;
    windowStart = MappedBytes.windowStart(segment.start());
    window = bytes.window(Math.min(segment.start(), bytes.size() - 1));
  }

  /** Shows all of them. */
  void run(SubRecordVisitor visitor) throws HprofException {
    long position = segment.start();
    long end = segment.end();
    while (position < end) {
      long next = step(position, end, visitor);
      if (next > end) {
        visitor.cut();
        return;
      }
      position = next;
    }
  }

  /** {@return the position after a sub-record} */
  long after(long position) throws HprofException {
    return step(position, segment.end(), Skip.VISITOR);
  }

  /** {@return whether the sub-record is that of an object and not of a class} */
  boolean isObject(long position) {
    moveTo(position);
    int tag = window.get((int) (position - windowStart)) & 0xff;
    return tag >= Tag.INSTANCE_DUMP && tag <= Tag.PRIMITIVE_ARRAY_DUMP;
  }

  private void moveTo(long position) {
    long start = MappedBytes.windowStart(position);
    if (start != windowStart) {
      windowStart = start;
      window = bytes.window(position);
    }
  }

  /** {@return the position of the next one, or one after the end when this one is cut off} */
  private long step(long position, long end, SubRecordVisitor visitor) throws HprofException {
    moveTo(position);
    int at = (int) (position - windowStart);
    int tag = window.get(at) & 0xff;
    return switch (tag) {
      case Tag.INSTANCE_DUMP -> instance(position, at, end, visitor);
      case Tag.OBJECT_ARRAY_DUMP -> objectArray(position, at, end, visitor);
      case Tag.PRIMITIVE_ARRAY_DUMP -> primitiveArray(position, at, end, visitor);
      case Tag.CLASS_DUMP -> classDump(position, at, end, visitor);
      default -> root(tag, position, end, visitor);
    };
  }

  private long instance(long position, int at, long end, SubRecordVisitor visitor)
      throws HprofException {
    long body = position + 1 + idSize + 4 + idSize + 4;
    if (body > end) {
      return cutOff(position, end);
    }
    int length = window.getInt(at + 1 + idSize + 4 + idSize);
    long next = body + length;
    if (length < 0 || next > end) {
      return tooLong(position, length, 1, end);
    }
    visitor.instance(position, id(at + 1), id(at + 1 + idSize + 4), length);
    return next;
  }

  private long objectArray(long position, int at, long end, SubRecordVisitor visitor)
      throws HprofException {
    long body = position + 1 + idSize + 4 + 4 + idSize;
    if (body > end) {
      return cutOff(position, end);
    }
    int length = window.getInt(at + 1 + idSize + 4);
    long next = body + (long) length * idSize;
    if (length < 0 || next > end) {
      return tooLong(position, length, idSize, end);
    }
    visitor.objectArray(position, id(at + 1), id(at + 1 + idSize + 4 + 4), length);
    return next;
  }

  private long primitiveArray(long position, int at, long end, SubRecordVisitor visitor)
      throws HprofException {
    long body = position + 1 + idSize + 4 + 4 + 1;
    if (body > end) {
      return cutOff(position, end);
    }
    int length = window.getInt(at + 1 + idSize + 4);
    FieldType type = FieldType.of(window.get(at + 1 + idSize + 4 + 4));
    if (type == null || type == FieldType.OBJECT) {
      throw problem(body - 1, "expected the type of an array's elements");
    }
    int size = type.bytes(idSize);
    long next = body + (long) length * size;
    if (length < 0 || next > end) {
      return tooLong(position, length, size, end);
    }
    visitor.primitiveArray(position, id(at + 1), type, length);
    return next;
  }

  private long classDump(long position, int at, long end, SubRecordVisitor visitor)
      throws HprofException {
    long next = ClassDump.end(bytes, idSize, position, end);
    if (next == ClassDump.UNKNOWN_TYPE) {
      throw problem(position, "expected the fields of a class, found a field of no known type");
    }
    if (next > end) {
      return cutOff(position, end);
    }
    visitor.classDump(position, id(at + 1));
    return next;
  }

  private long root(int tag, long position, long end, SubRecordVisitor visitor)
      throws HprofException {
    int rest = bytesBehindRootId(tag);
    if (rest == NOTHING) {
      throw problem(
          position, "expected the tag of an object or root, found 0x" + Integer.toHexString(tag));
    }
    long next = position + 1 + idSize + rest;
    if (next > end) {
      return cutOff(position, end);
    }
    int at = (int) (position - windowStart);
    boolean ofThread = rest >= 4 && tag != Tag.ROOT_JNI_GLOBAL;
    int thread = ofThread ? window.getInt(at + 1 + idSize) : 0;
    int frame = ofThread && rest == 8 ? window.getInt(at + 1 + idSize + 4) : -1;
    visitor.root(tag, id(at + 1), thread, frame);
    return next;
  }

  private int bytesBehindRootId(int tag) {
    return switch (tag) {
      case Tag.ROOT_UNKNOWN, Tag.ROOT_STICKY_CLASS, Tag.ROOT_MONITOR_USED -> 0;
      case Tag.ROOT_JNI_GLOBAL -> idSize;
      case Tag.ROOT_NATIVE_STACK, Tag.ROOT_THREAD_BLOCK -> 4;
      case Tag.ROOT_JNI_LOCAL, Tag.ROOT_JAVA_FRAME, Tag.ROOT_THREAD_OBJECT -> 8;
      default -> NOTHING;
    };
  }

  private long id(int at) {
    return wide ? window.getLong(at) : window.getInt(at) & 0xffffffffL;
  }

  private long tooLong(long position, int length, int unit, long end) throws HprofException {
    if (length < 0) {
      throw problem(position, "expected a length, found " + length);
    }
    if (segment.cut()) {
      return end + 1;
    }
    throw problem(
        position,
        "an object of "
            + (long) length * unit
            + " bytes does not fit into its segment, which ends at byte "
            + end);
  }

  private long cutOff(long position, long end) throws HprofException {
    if (segment.cut()) {
      return end + 1;
    }
    throw problem(position, "a sub-record reaches over the end of its segment at byte " + end);
  }

  private HprofException problem(long position, String what) {
    return new HprofException(path, position, what + "; the file is damaged, take the dump again");
  }

  /** Sees nothing. */
  private enum Skip implements SubRecordVisitor {
    VISITOR;

    @Override
    public void instance(long position, long id, long classId, int length) {}

    @Override
    public void objectArray(long position, long id, long classId, int length) {}

    @Override
    public void primitiveArray(long position, long id, FieldType type, int length) {}
  }
}
