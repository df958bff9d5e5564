package io.github.memoryleak.maven.recording;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.zip.GZIPInputStream;

/** Reads as much of a pprof file as the tests ask for, by the format's own description. */
final class PprofReader {
  private final List<String> strings = new ArrayList<>();
  private final List<long[]> types = new ArrayList<>();
  private final List<List<Long>> values = new ArrayList<>();
  private final List<Long> functionNames = new ArrayList<>();
  private final List<long[]> labels = new ArrayList<>();

  static PprofReader read(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      PprofReader reader = new PprofReader();
      fields(ByteBuffer.wrap(in.readAllBytes()), reader::field);
      return reader;
    }
  }

  List<String> sampleTypes() {
    return types.stream().map(t -> string(t[1]) + "/" + string(t[2])).toList();
  }

  long total(int index) {
    return values.stream().mapToLong(v -> v.get(index)).sum();
  }

  List<String> functions() {
    return functionNames.stream().map(this::string).toList();
  }

  List<String> labels() {
    return labels.stream().map(l -> string(l[1]) + "=" + string(l[2])).distinct().toList();
  }

  private String string(long index) {
    return strings.get((int) index);
  }

  private void field(Object value, int number) {
    if (!(value instanceof ByteBuffer bytes)) {
      return;
    }
    switch (number) {
      case 1 -> types.add(pair(bytes));
      case 2 -> fields(bytes, this::sampleField);
      case 5 -> functionNames.add(pair(bytes)[2]);
      case 6 -> strings.add(StandardCharsets.UTF_8.decode(bytes).toString());
      default -> {
        // Not asked for.
      }
    }
  }

  private void sampleField(Object value, int number) {
    ByteBuffer bytes = (ByteBuffer) value;
    if (number == 2) {
      List<Long> numbers = new ArrayList<>();
      while (bytes.hasRemaining()) {
        numbers.add(varint(bytes));
      }
      values.add(numbers);
    } else if (number == 3) {
      labels.add(pair(bytes));
    }
  }

  /** The numbers of the fields 1 and 2. */
  private static long[] pair(ByteBuffer bytes) {
    long[] pair = new long[8];
    fields(bytes, (value, number) -> pair[number] = value instanceof Long n ? n : 0);
    return pair;
  }

  private static void fields(ByteBuffer bytes, ObjIntConsumer<Object> consumer) {
    while (bytes.hasRemaining()) {
      long tag = varint(bytes);
      int number = (int) (tag >>> 3);
      if ((tag & 7) == 0) {
        consumer.accept(varint(bytes), number);
      } else {
        int length = (int) varint(bytes);
        consumer.accept(bytes.slice(bytes.position(), length), number);
        bytes.position(bytes.position() + length);
      }
    }
  }

  private static long varint(ByteBuffer bytes) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte b = bytes.get();
      value |= (b & 0x7fL) << shift;
      if (b >= 0) {
        return value;
      }
    }
  }
}
