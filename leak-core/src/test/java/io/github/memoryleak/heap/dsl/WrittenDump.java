package io.github.memoryleak.heap.dsl;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** A dump in bytes, which knows where its records lie. */
public final class WrittenDump {
  private final byte[] bytes;
  private final List<RecordMark> records;
  private final Map<DumpObject, RecordMark> objects;
  private final long[] addresses;

  WrittenDump(
      byte[] bytes,
      List<RecordMark> records,
      Map<DumpObject, RecordMark> objects,
      long[] addresses) {
    this.bytes = bytes;
    this.records = records;
    this.objects = objects;
    this.addresses = addresses;
  }

  /** {@return a copy of the bytes} */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** {@return the number of bytes} */
  public int size() {
    return bytes.length;
  }

  /** {@return all records in the order of the file; a heap dump comes before those in it} */
  public List<RecordMark> records() {
    return records;
  }

  /** {@return the record of an object} */
  public RecordMark record(DumpObject object) {
    RecordMark mark = objects.get(object);
    if (mark == null) {
      throw new IllegalArgumentException("The dump does not have " + object);
    }
    return mark;
  }

  /** {@return the address, which is the id, of an object} */
  public long address(DumpObject object) {
    return addresses[object.number()];
  }

  /** {@return the same, with another value of so many bytes at a position} */
  public WrittenDump with(int position, int width, long value) {
    byte[] changed = bytes.clone();
    for (int i = 0; i < width; i++) {
      changed[position + i] = (byte) (value >>> 8 * (width - 1 - i));
    }
    return new WrittenDump(changed, records, objects, addresses);
  }

  /** {@return the first so many bytes} */
  public WrittenDump truncatedTo(int length) {
    return new WrittenDump(Arrays.copyOf(bytes, length), records, objects, addresses);
  }

  /** Writes the file. */
  public Path writeTo(Path file) throws IOException {
    return Files.write(file, bytes);
  }

  /** Writes the file in gzip. */
  public Path writeGzipTo(Path file) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(bytes);
    }
    return file;
  }
}
