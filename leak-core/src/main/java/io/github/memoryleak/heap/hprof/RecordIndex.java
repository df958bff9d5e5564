package io.github.memoryleak.heap.hprof;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the records of a dump lie, by tag; made by hopping from record to record. */
public final class RecordIndex {
  private static final int HEADER = 1 + 4 + 4;

  /** A dump of more than 4 GiB in one record states its length without the upper bits. */
  private static final long WRAP = 1L << 32;

  private final Path path;
  private final MappedBytes bytes;
  private final int idSize;
  private final LongTable strings = new LongTable();
  private final LongTable frames = new LongTable();
  private final LongTable traces = new LongTable();
  private final LongTable classNames = new LongTable();
  private final LongTable classSerials = new LongTable();
  private final List<Segment> segments = new ArrayList<>();
  private @Nullable String missing;
  private boolean segmented;
  private boolean ended;

  private RecordIndex(Path path, MappedBytes bytes, int idSize) {
    this.path = path;
    this.bytes = bytes;
    this.idSize = idSize;
  }

  static RecordIndex read(Path path, MappedBytes bytes, Header header) throws HprofException {
    RecordIndex index = new RecordIndex(path, bytes, header.idSize());
    index.readAll(header.end());
    return index;
  }

  /** {@return the segments with objects, in file order} */
  public List<Segment> segments() {
    return segments;
  }

  /** {@return the position of the body of each stack frame record by its id} */
  public LongTable frames() {
    return frames;
  }

  /** {@return the position of the body of each stack trace record by its serial number} */
  public LongTable traces() {
    return traces;
  }

  /** {@return the id of a class by its serial number} */
  public LongTable classSerials() {
    return classSerials;
  }

  /**
   * {@return the text of a string record; a placeholder when there is none}
   *
   * @param id of the string
   */
  public String string(long id) {
    long body = strings.get(id);
    if (body == LongTable.ABSENT) {
      return "<unnamed 0x" + Long.toHexString(id) + ">";
    }
    int length = (int) Math.min(bytes.unsignedInteger(body - 4) - idSize, bytes.size() - body);
    return new String(bytes.bytes(body + idSize, length), StandardCharsets.UTF_8);
  }

  /**
   * {@return the name of a class as in the file, such as {@code java/lang/String}}
   *
   * @param classId the id of the class object
   */
  public String className(long classId) {
    long name = classNames.get(classId);
    return name == LongTable.ABSENT
        ? "<unnamed class 0x" + Long.toHexString(classId) + ">"
        : string(name - 1);
  }

  Optional<String> missing() {
    return Optional.ofNullable(missing);
  }

  private void readAll(long start) throws HprofException {
    long position = start;
    while (position < bytes.size()) {
      if (bytes.size() - position < HEADER) {
        cutAt(position);
        return;
      }
      int tag = bytes.unsignedByte(position);
      if (!Tag.isRecord(tag)) {
        throw new HprofException(
            path,
            position,
            "expected the tag of a record, found 0x"
                + Integer.toHexString(tag)
                + "; the file is damaged, take the dump again");
      }
      position = record(tag, position);
    }
    if (segments.isEmpty()) {
      cut("the file has no heap dump record: it holds no objects");
    } else if (segmented && !ended) {
      cut("the file ends at byte " + bytes.size() + ", before the record that ends a heap dump");
    }
  }

  /** {@return the position of the next record} */
  private long record(int tag, long position) {
    long body = position + HEADER;
    long end = body + bytes.unsignedInteger(position + 5);
    if (tag == Tag.HEAP_DUMP || tag == Tag.HEAP_DUMP_SEGMENT) {
      end = endOfDump(body, end);
      boolean cut = end > bytes.size();
      segments.add(new Segment(body, Math.min(end, bytes.size()), cut));
    }
    if (end > bytes.size()) {
      cutAt(position);
      return bytes.size();
    }
    segmented |= tag == Tag.HEAP_DUMP_SEGMENT;
    ended |= tag == Tag.HEAP_DUMP_END;
    note(tag, body, end - body);
    return end;
  }

  private long endOfDump(long body, long stated) {
    if (stated == body && !isPlausible(stated)) {
      return bytes.size() + 1;
    }
    long end = stated;
    while (!isPlausible(end) && end + WRAP <= bytes.size()) {
      end += WRAP;
    }
    return isPlausible(end) ? end : stated;
  }

  private boolean isPlausible(long end) {
    if (end >= bytes.size()) {
      return end == bytes.size();
    }
    return Tag.isRecord(bytes.unsignedByte(end))
        && (bytes.size() - end < HEADER
            || end + HEADER + bytes.unsignedInteger(end + 5) <= bytes.size()
            || bytes.unsignedByte(end) == Tag.HEAP_DUMP_SEGMENT);
  }

  private void note(int tag, long body, long length) {
    switch (tag) {
      case Tag.UTF8 -> {
        if (length >= idSize) {
          strings.put(id(body), body);
        }
      }
      case Tag.LOAD_CLASS -> {
        if (length >= 8 + 2L * idSize) {
          classNames.put(id(body + 4), id(body + 8 + idSize) + 1);
          classSerials.put(bytes.unsignedInteger(body), id(body + 4));
        }
      }
      case Tag.STACK_FRAME -> {
        if (length >= 4L * idSize + 8) {
          frames.put(id(body), body);
        }
      }
      case Tag.STACK_TRACE -> {
        if (length >= 12) {
          traces.put(bytes.unsignedInteger(body), body);
        }
      }
      default -> {
        // the other records say nothing about the heap
      }
    }
  }

  private long id(long position) {
    return idSize == Long.BYTES ? bytes.longInteger(position) : bytes.unsignedInteger(position);
  }

  private void cutAt(long position) {
    cut(
        "the file ends at byte "
            + bytes.size()
            + ", within the record that begins at byte "
            + position);
  }

  private void cut(String what) {
    missing = what;
  }
}
