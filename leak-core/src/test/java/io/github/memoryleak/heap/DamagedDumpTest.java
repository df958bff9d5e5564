package io.github.memoryleak.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.memoryleak.heap.dsl.Dump;
import io.github.memoryleak.heap.dsl.DumpClass;
import io.github.memoryleak.heap.dsl.DumpFormat;
import io.github.memoryleak.heap.dsl.DumpInstance;
import io.github.memoryleak.heap.dsl.DumpObject;
import io.github.memoryleak.heap.dsl.GcRoot;
import io.github.memoryleak.heap.dsl.Jdk;
import io.github.memoryleak.heap.dsl.RecordMark;
import io.github.memoryleak.heap.dsl.Type;
import io.github.memoryleak.heap.dsl.WrittenDump;
import io.github.memoryleak.heap.hprof.HprofException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A damaged dump is an error that names the byte, or a result that says it is partial. */
class DamagedDumpTest {
  private static final String AGAIN = "; the file is damaged, take the dump again";

  @TempDir Path directory;

  static Stream<DumpFormat> formats() {
    return Stream.of(DumpFormat.HOTSPOT.withSegment(150).withRootsFirst(), DumpFormat.BITS_32);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void cut_at_any_byte_it_is_partial_or_an_error_there(DumpFormat format) throws IOException {
    WrittenDump whole = corner(format).write();
    WholeAnalysis expected = WholeAnalysis.of(whole.writeTo(file()));
    assertThat(expected.isPartial()).isFalse();
    for (int length = 0; length < whole.size(); length++) {
      Path cut = whole.truncatedTo(length).writeTo(file());
      try {
        WholeAnalysis partial = WholeAnalysis.of(cut);
        assertThat(partial.isPartial()).as("cut at byte %d", length).isTrue();
        assertThat(partial.objects()).isLessThanOrEqualTo(expected.objects());
      } catch (HprofException e) {
        assertThat(e).hasMessageStartingWith(cut + ", byte ");
        assertThat(e.position()).as("cut at byte %d", length).isBetween(0L, (long) length);
      }
    }
  }

  @Test
  void no_changed_byte_is_more_than_an_error_that_names_one() throws IOException {
    WrittenDump whole = corner(DumpFormat.HOTSPOT.withSegment(700)).write();
    Random random = new Random(1);
    for (int position = 0; position < whole.size(); position++) {
      analyse(whole.with(position, 1, random.nextInt(256)));
    }
  }

  @Test
  void no_changed_number_is_more_than_an_error_that_names_a_byte() throws IOException {
    WrittenDump whole = corner(DumpFormat.BITS_32).write();
    for (int position = 0; position < whole.size() - 4; position++) {
      analyse(whole.with(position, 4, position % 2 == 0 ? Integer.MAX_VALUE : -1));
    }
  }

  @Test
  void the_seeds_of_the_fuzzer_are_whole() throws IOException {
    for (Dump seed : HeapFuzz.seeds().values()) {
      assertThat(WholeAnalysis.of(seed.write().writeTo(file())).isPartial()).isFalse();
    }
  }

  @Test
  void an_unknown_record_is_named() throws IOException {
    WrittenDump whole = shop(DumpFormat.HOTSPOT).write();
    RecordMark first = whole.records().get(0);
    assertProblem(
        whole.with(first.position(), 1, 0x77),
        first.position(),
        "expected the tag of a record, found 0x77" + AGAIN);
  }

  @Test
  void an_unknown_object_is_named() throws IOException {
    Dump dump = shop(DumpFormat.HOTSPOT);
    DumpInstance last = dump.instance(dump.objectClass());
    WrittenDump whole = dump.write();
    int position = whole.record(last).position();
    assertProblem(
        whole.with(position, 1, 0x77),
        position,
        "expected the tag of an object or root, found 0x77" + AGAIN);
  }

  @Test
  void an_array_of_negative_length_is_named() throws IOException {
    Dump dump = shop(DumpFormat.HOTSPOT);
    DumpObject array = dump.bytes(new byte[3]);
    WrittenDump whole = dump.write();
    int position = whole.record(array).position();
    assertProblem(
        whole.with(position + 13, 4, -3), position, "expected a length, found -3" + AGAIN);
  }

  @Test
  void a_length_that_the_file_cannot_back_costs_no_memory() throws IOException {
    Dump dump = shop(DumpFormat.HOTSPOT);
    DumpObject array = dump.primitives(Type.LONG, 1, 2);
    WrittenDump whole = dump.write();
    int position = whole.record(array).position();
    RecordMark segment =
        whole.records().stream().filter(mark -> mark.tag() == 0x1C).findFirst().orElseThrow();
    assertProblem(
        whole.with(position + 13, 4, Integer.MAX_VALUE),
        position,
        "an object of 17179869176 bytes does not fit into its segment, which ends at byte "
            + segment.end()
            + AGAIN);
  }

  @Test
  void a_class_that_is_its_own_ancestor_is_no_trap() throws IOException {
    Dump dump = Dump.create();
    DumpClass parent = dump.clazz("com.acme.Parent").field("a", Type.OBJECT);
    DumpClass child = dump.clazz("com.acme.Child").extending(parent).field("b", Type.OBJECT);
    DumpInstance instance = dump.instance(child).set("a", dump.bytes()).set("b", dump.bytes());
    dump.root(GcRoot.JNI_GLOBAL, instance);
    WrittenDump written = dump.write();
    int superOfParent = written.record(parent).position() + 1 + 8 + 4;
    WrittenDump cyclic = written.with(superOfParent, 8, written.address(child));
    WrittenDump own = written.with(superOfParent, 8, written.address(parent));
    int objects =
        dump.histogram().values().stream().mapToInt(total -> (int) total.instances()).sum();
    assertThat(WholeAnalysis.of(cyclic.writeTo(file())).objects()).isEqualTo(objects);
    assertThat(WholeAnalysis.of(own.writeTo(file())).objects()).isEqualTo(objects);
  }

  @Test
  void a_class_that_the_dump_lacks_still_counts_its_instances() throws IOException {
    Dump dump = Dump.create();
    DumpClass session = dump.clazz("com.acme.Session").field("id", Type.INT);
    dump.root(GcRoot.JNI_GLOBAL, dump.instance(session)).omit(session);
    try (OpenedDump opened = OpenedDump.of(dump.write())) {
      long address = dump.write().address(session);
      assertThat(opened.graph().classes().all())
          .extracting(Object::toString)
          .contains("<unnamed class 0x" + Long.toHexString(address) + ">");
    }
    assertThat(WholeAnalysis.of(dump.write().writeTo(file())).reachable()).isPositive();
  }

  @Test
  void a_dump_without_class_objects_class_can_be_read() throws IOException {
    Dump dump = Dump.create();
    dump.omit(dump.objectClass()).omit(dump.classClass());
    dump.root(GcRoot.JNI_GLOBAL, dump.ints(1, 2));
    assertThat(WholeAnalysis.of(dump.write().writeTo(file())).objects()).isEqualTo(2);
  }

  @Test
  void an_instance_of_an_array_class_has_no_elements() throws IOException {
    Dump dump = Dump.create();
    DumpInstance instance = dump.instance(dump.objectClass());
    DumpObject array = dump.ints(1, 2);
    WrittenDump written = dump.write();
    int classAt = written.record(instance).position() + 1 + 8 + 4;
    WrittenDump wrong = written.with(classAt, 8, written.address(array.clazz()));
    assertThat(WholeAnalysis.of(wrong.writeTo(file())).objects()).isEqualTo(5);
  }

  @Test
  void a_reference_to_what_the_dump_lacks_is_none() throws IOException {
    Dump dump = Dump.create();
    DumpClass holder = dump.clazz("com.acme.Holder").field("held", Type.OBJECT);
    DumpInstance instance = dump.instance(holder).set("held", dump.missing());
    dump.root(GcRoot.JNI_GLOBAL, instance);
    dump.root(GcRoot.JNI_GLOBAL, dump.missing());
    try (OpenedDump opened = OpenedDump.of(dump.write())) {
      int object = opened.number(instance);
      assertThat(opened.graph().references().of(object).count()).isZero();
      assertThat(opened.graph().reader().reference(object, "held")).isEqualTo(-1);
    }
  }

  private Path file() {
    return directory.resolve("shop.hprof");
  }

  private void analyse(WrittenDump dump) throws IOException {
    Path file = dump.writeTo(file());
    try {
      WholeAnalysis.of(file);
    } catch (HprofException e) {
      assertThat(e).hasMessageStartingWith(file + ", byte ");
      assertThat(e.position()).isBetween(0L, (long) dump.size());
    }
  }

  private void assertProblem(WrittenDump dump, int position, String problem) throws IOException {
    Path file = dump.writeTo(file());
    assertThatThrownBy(() -> WholeAnalysis.of(file))
        .isInstanceOf(HprofException.class)
        .hasMessage(file + ", byte " + position + ": " + problem);
  }

  /** One record of each kind, so that each byte can be tried. */
  private static Dump corner(DumpFormat format) {
    Dump dump = Dump.create(format);
    DumpClass session = dump.clazz("com.acme.Session").field("cart", Type.OBJECT);
    session.staticField("MAX", Type.INT, 7);
    DumpInstance made = dump.instance(session);
    made.set("cart", dump.arrayOf(session, made, null, dump.bytes(new byte[3])));
    dump.thread(dump.instance(session)).frame(session, "run", "A.java", 12).local(made);
    return dump;
  }

  private static Dump shop(DumpFormat format) {
    Dump dump = Dump.create(format);
    Jdk jdk = dump.jdk();
    DumpClass session = dump.clazz("com.acme.Session").field("cart", Type.OBJECT);
    session.field("id", Type.LONG).staticField("MAX", Type.INT, 7);
    DumpInstance cart = jdk.collections().arrayList(jdk.string("tea"), jdk.weakReference(session));
    DumpInstance made = dump.instance(session).set("cart", cart).set("id", 3);
    dump.clazz("com.acme.Sessions").staticField("ACTIVE", jdk.maps().hashMap(made, cart));
    jdk.thread("pool-1").frame(session, "run", "Session.java", 12).local(made);
    dump.root(GcRoot.MONITOR_USED, cart).root(GcRoot.NATIVE_STACK, cart);
    dump.ints(1, 2, 3);
    return dump;
  }
}
