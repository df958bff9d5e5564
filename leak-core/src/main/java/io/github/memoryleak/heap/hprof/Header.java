package io.github.memoryleak.heap.hprof;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What stands before the first record. */
record Header(int idSize, long timestamp, long end) {
  private static final String MAGIC = "JAVA PROFILE 1.0.";
  private static final int LONGEST = 32;
  private static final int REST = 4 + 8;

  static Header read(Path path, MappedBytes bytes) throws HprofException {
    int length = 0;
    while (length < LONGEST && length < bytes.size() && bytes.unsignedByte(length) != 0) {
      length++;
    }
    String magic =
        length == 0 ? "" : new String(bytes.bytes(0, length), StandardCharsets.ISO_8859_1);
    if (!magic.startsWith(MAGIC)) {
      throw new HprofException(
          path,
          0,
          "expected a heap dump, which begins with \""
              + MAGIC
              + "\"; make one with jcmd <pid> GC.heap_dump <file>");
    }
    long idSizeAt = length + 1L;
    if (bytes.size() < idSizeAt + REST) {
      throw new HprofException(path, bytes.size(), "the file ends in its header");
    }
    int idSize = bytes.integer(idSizeAt);
    if (idSize != Integer.BYTES && idSize != Long.BYTES) {
      throw new HprofException(
          path, idSizeAt, "expected identifiers of 4 or 8 bytes, found " + idSize);
    }
    return new Header(idSize, bytes.longInteger(idSizeAt + 4), idSizeAt + REST);
  }
}
