package io.github.memoryleak.heap.redact;

import io.github.memoryleak.heap.hprof.ClassDump;
import io.github.memoryleak.heap.hprof.FieldType;
import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.heap.hprof.HprofException;
import io.github.memoryleak.heap.hprof.HprofFile;
import io.github.memoryleak.heap.hprof.Segment;
import io.github.memoryleak.heap.hprof.SubRecordVisitor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Copies a dump with zeros in place of all primitive values: elements of arrays, fields of
 * instances, static fields and constants. Strings keep their length and nothing else. The names of
 * classes, fields, methods and source files stay; other symbols, such as the texts of literals in
 * the code, become zeros as well.
 *
 * <p>Every other byte stays as it is, so each object keeps its place, its class and its references,
 * and every reader of heap dumps can read the copy. What has to be zero is known only from the
 * classes, and these may come after their instances; so the file is walked twice. An instance whose
 * class is missing, or does not fit, becomes all zeros.
 */
public final class Redaction {
  private static final int CHUNK = 1 << 16;

  private final HprofFile file;
  private final OutputStream out;
  private final HeapProgress progress;
  private final Layouts layouts;
  private final byte[] zeros = new byte[CHUNK];
  private long position;

  private Redaction(HprofFile file, OutputStream out, HeapProgress progress) throws IOException {
    this.file = file;
    this.out = out;
    this.progress = progress;
    layouts = Layouts.of(file, progress);
  }

  /**
   * Copies a dump.
   *
   * @param file the dump
   * @param out where the copy goes; the stream is not closed
   * @param progress told how far it is
   * @throws IOException when the dump is not whole or makes no sense, or the copy cannot be written
   */
  public static void copy(HprofFile file, OutputStream out, HeapProgress progress)
      throws IOException {
    if (file.missing().isPresent()) {
      throw new HprofException(
          file.path(), file.size(), file.missing().get() + "; only whole dumps can be redacted");
    }
    new Redaction(file, out, progress).run();
  }

  private void run() throws IOException {
    try {
      Records.walk(file, new Parts());
      copyTo(file.size());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void copyTo(long end) throws IOException {
    while (position < end) {
      int length = (int) Math.min(CHUNK, end - position);
      out.write(file.bytes(position, length));
      position += length;
    }
  }

  private void zeroTo(long end) throws IOException {
    while (position < end) {
      int length = (int) Math.min(CHUNK, end - position);
      out.write(zeros, 0, length);
      position += length;
    }
  }

  /** Sees each record, in the order of the file. */
  private final class Parts implements Records.Visitor {
    @Override
    public void record(int tag, long body, long end) throws IOException {
      boolean isText = tag == Records.UTF8 && end - body > file.idSize();
      if (isText && !layouts.isName(file.id(body))) {
        copyTo(body + file.idSize());
        zeroTo(end);
      }
    }

    @Override
    public void objects(Segment segment) throws IOException {
      file.walk(segment, new Values());
    }
  }

  /** Sees each value, in the order of the file. */
  private final class Values implements SubRecordVisitor {
    private final int idSize = file.idSize();
    private long next;

    @Override
    public void instance(long at, long id, long classId, int length) {
      int[] ranges = layouts.primitives(classId, length);
      long body = at + 1 + 2L * idSize + 8;
      for (int i = 0; i < ranges.length; i += 2) {
        zero(body + ranges[i], body + ranges[i + 1]);
      }
      tell(at);
    }

    @Override
    public void objectArray(long at, long id, long classId, int length) {
      tell(at);
    }

    @Override
    public void primitiveArray(long at, long id, FieldType type, int length) {
      long body = at + 1 + idSize + 4 + 4 + 1;
      zero(body, body + (long) length * type.bytes(idSize));
      tell(at);
    }

    @Override
    public void classDump(long at, long id) {
      constants(at + 1 + 4 + 7L * idSize + 4);
      for (ClassDump.StaticField field : ClassDump.read(file, at).statics()) {
        if (field.type() != FieldType.OBJECT) {
          zero(field.value(), field.value() + field.type().bytes(idSize));
        }
      }
    }

    private void constants(long pool) {
      int count = file.unsignedShort(pool);
      long at = pool + 2;
      for (int i = 0; i < count; i++) {
        FieldType type = FieldType.of(file.unsignedByte(at + 2));
        int bytes = type == null ? 0 : type.bytes(idSize);
        if (type != FieldType.OBJECT) {
          zero(at + 3, at + 3 + bytes);
        }
        at += 3 + bytes;
      }
    }

    private void zero(long from, long to) {
      try {
        copyTo(from);
        zeroTo(to);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void tell(long at) {
      if (at >= next) {
        progress.at("redacting", at, file.size());
        next = at + (1 << 24);
      }
    }
  }
}
