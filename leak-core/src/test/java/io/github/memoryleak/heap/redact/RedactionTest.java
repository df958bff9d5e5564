package io.github.memoryleak.heap.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.memoryleak.heap.dsl.Dump;
import io.github.memoryleak.heap.dsl.DumpClass;
import io.github.memoryleak.heap.dsl.DumpInstance;
import io.github.memoryleak.heap.dsl.Type;
import io.github.memoryleak.heap.dsl.WrittenDump;
import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.graph.References;
import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.heap.hprof.HprofFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedactionTest {
  private static final long SECRET = 0x5ec2e7_5ec2e7L;

  @TempDir private Path directory;

  private final Dump dump = Dump.create();
  private final DumpClass account = dump.clazz("com.acme.Account").field("number", Type.LONG);
  private final DumpClass saved =
      dump.clazz("com.acme.Saved")
          .extending(account)
          .field("owner", Type.OBJECT)
          .field("pin", Type.INT);

  private WrittenDump write() {
    DumpInstance one =
        dump.instance(saved)
            .set("number", SECRET)
            .set("pin", 4711)
            .set("owner", dump.jdk().string("hunter2 is the password"));
    dump.clazz("com.acme.Accounts")
        .staticField("KEY", Type.LONG, SECRET)
        .staticField("FIRST", one)
        .staticField("NUMBERS", dump.ints(4711, 815));
    return dump.write();
  }

  @Test
  void no_value_is_left() throws IOException {
    byte[] copy = redacted(write().writeTo(directory.resolve("a.hprof")));
    String text = new String(copy, StandardCharsets.ISO_8859_1);
    assertThat(text).doesNotContain("hunter2");
    assertThat(text).doesNotContain(bytes(SECRET, 8), bytes(4711, 4), bytes(815, 4));
    assertThat(text).contains("com/acme/Account", "number", "pin");
  }

  @Test
  void every_object_stays_with_its_class_size_and_references() throws IOException {
    Path original = write().writeTo(directory.resolve("a.hprof"));
    Path copy = Files.write(directory.resolve("b.hprof"), redacted(original));
    assertThat(Files.size(copy)).isEqualTo(Files.size(original));
    assertThat(described(copy)).isEqualTo(described(original));
  }

  @Test
  void only_values_change() throws IOException {
    Path original = write().writeTo(directory.resolve("a.hprof"));
    byte[] before = Files.readAllBytes(original);
    byte[] after = redacted(original);
    for (int i = 0; i < before.length; i++) {
      assertThat(after[i]).as("byte %s", i).isIn(before[i], (byte) 0);
    }
  }

  @Test
  void redacting_twice_changes_nothing_more() throws IOException {
    byte[] once = redacted(write().writeTo(directory.resolve("a.hprof")));
    assertThat(redacted(Files.write(directory.resolve("b.hprof"), once))).isEqualTo(once);
  }

  @Test
  void an_instance_whose_class_is_missing_becomes_all_zeros() throws IOException {
    WrittenDump written = write();
    Path file = dump.omit(account).write().writeTo(directory.resolve("a.hprof"));
    String text = new String(redacted(file), StandardCharsets.ISO_8859_1);
    assertThat(written.size()).isPositive();
    assertThat(text).doesNotContain(bytes(SECRET, 8), bytes(4711, 4));
  }

  @Test
  void a_dump_that_is_not_whole_is_refused() throws IOException {
    WrittenDump written = write();
    Path file = written.truncatedTo(written.size() - 3).writeTo(directory.resolve("a.hprof"));
    assertThatThrownBy(() -> redacted(file))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("; only whole dumps can be redacted");
  }

  @Test
  void the_copy_is_its_owners_alone_and_compressed_by_name() throws IOException {
    Path original = write().writeTo(directory.resolve("a.hprof"));
    Path copy = directory.resolve("copy.hprof.gz");
    try (HprofFile file = HprofFile.open(original, HeapProgress.NONE)) {
      RedactedCopy.write(file, copy, HeapProgress.NONE);
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
        .isEqualTo("rw-------");
    assertThat(described(copy)).isEqualTo(described(original));
    assertThat(directory).isDirectoryNotContaining("glob:**.part");
  }

  private static byte[] redacted(Path path) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (HprofFile file = HprofFile.open(path, HeapProgress.NONE)) {
      Redaction.copy(file, out, HeapProgress.NONE);
    }
    return out.toByteArray();
  }

  private static List<String> described(Path path) throws IOException {
    List<String> lines = new ArrayList<>();
    try (HprofFile file = HprofFile.open(path, HeapProgress.NONE)) {
      HeapGraph graph = HeapGraph.read(file, true, HeapProgress.NONE);
      for (int object = 0; object < graph.objects(); object++) {
        StringBuilder line = new StringBuilder();
        line.append(graph.classes().get(graph.classOf(object)).name());
        line.append(' ').append(graph.shallowSize(object));
        References references = graph.references().of(object);
        while (references.next()) {
          line.append(' ').append(references.target());
        }
        lines.add(line.toString());
      }
    }
    return lines;
  }

  /** A big-endian number, each byte as one character. */
  private static String bytes(long value, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = count - 1; i >= 0; i--) {
      text.append((char) (value >>> (8 * i) & 0xff));
    }
    return text.toString();
  }
}
