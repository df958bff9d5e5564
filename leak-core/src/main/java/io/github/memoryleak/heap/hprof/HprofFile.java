package io.github.memoryleak.heap.hprof;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A heap dump as HotSpot writes it (HPROF 1.0.1 and 1.0.2), mapped into memory; a gzip file is
 * unpacked into a temporary one first.
 *
 * <p>A file that ends early can be read as far as it goes; {@link #missing()} says so.
 */
public final class HprofFile implements Closeable {
  private final Path path;
  private final @Nullable Path temporary;
  private final MappedBytes bytes;
  private final Header header;
  private final RecordIndex records;

  private HprofFile(Path path, @Nullable Path temporary, MappedBytes bytes) throws IOException {
    this.path = path;
    this.temporary = temporary;
    this.bytes = bytes;
    header = Header.read(path, bytes);
    records = RecordIndex.read(path, bytes, header);
  }

  /**
   * Opens a dump and finds its records; reads no objects.
   *
   * @param path the file, plain or gzip
   * @param progress hears of unpacking
   * @return the dump
   * @throws IOException when there is no such file or it is no heap dump; an {@link HprofException}
   *     says at which byte
   */
  public static HprofFile open(Path path, HeapProgress progress) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new NoSuchFileException(path.toString(), null, "no such file");
    }
    @Nullable Path temporary = Unzipped.isGzip(path) ? Unzipped.of(path, progress) : null;
    try (FileChannel channel =
        FileChannel.open(temporary == null ? path : temporary, StandardOpenOption.READ)) {
      return new HprofFile(path, temporary, new MappedBytes(channel));
    } catch (IOException | RuntimeException e) {
      if (temporary != null) {
        Files.deleteIfExists(temporary);
      }
      throw e;
    }
  }

  /** {@return the file that was opened} */
  public Path path() {
    return path;
  }

  /** {@return the size of the dump in bytes, unpacked} */
  public long size() {
    return bytes.size();
  }

  /** {@return the size of an identifier, 4 or 8 bytes} */
  public int idSize() {
    return header.idSize();
  }

  /** {@return when the dump was taken, in milliseconds since the epoch} */
  public long timestamp() {
    return header.timestamp();
  }

  /** {@return what is missing when the file ends early, for people; empty when it is whole} */
  public Optional<String> missing() {
    return records.missing();
  }

  /** {@return where strings, classes, frames and objects lie} */
  public RecordIndex records() {
    return records;
  }

  /**
   * {@return an unsigned byte}
   *
   * @param position within the file
   */
  public int unsignedByte(long position) {
    return bytes.unsignedByte(position);
  }

  /**
   * {@return an unsigned 16-bit number}
   *
   * @param position of its first byte
   */
  public int unsignedShort(long position) {
    return bytes.unsignedShort(position);
  }

  /**
   * {@return a 32-bit number}
   *
   * @param position of its first byte
   */
  public int integer(long position) {
    return bytes.integer(position);
  }

  /**
   * {@return a 64-bit number}
   *
   * @param position of its first byte
   */
  public long longInteger(long position) {
    return bytes.longInteger(position);
  }

  /**
   * {@return an identifier}
   *
   * @param position of its first byte
   */
  public long id(long position) {
    return header.idSize() == Long.BYTES
        ? bytes.longInteger(position)
        : bytes.unsignedInteger(position);
  }

  /**
   * {@return a copy of some bytes}
   *
   * @param position of the first
   * @param length how many
   */
  public byte[] bytes(long position, int length) {
    return bytes.bytes(position, length);
  }

  /**
   * Walks over the sub-records of a segment.
   *
   * @param segment one of {@link RecordIndex#segments()}
   * @param visitor sees the sub-records
   * @throws HprofException at a sub-record that makes no sense
   */
  public void walk(Segment segment, SubRecordVisitor visitor) throws HprofException {
    walkOf(segment).run(visitor);
  }

  /**
   * {@return the position of an object that is not a class}
   *
   * @param position of such an object
   * @param hops how many objects further
   * @throws HprofException at a sub-record that makes no sense
   */
  public long hop(long position, int hops) throws HprofException {
    return hops == 0 ? position : new ObjectHops(this).hop(position, hops);
  }

  SegmentWalk walkOf(Segment segment) {
    return new SegmentWalk(path, bytes, header.idSize(), segment);
  }

  /** Removes the unpacked copy, if there is one. Nothing else may be read afterwards. */
  @Override
  public void close() throws IOException {
    if (temporary != null) {
      Files.deleteIfExists(temporary);
    }
  }
}
