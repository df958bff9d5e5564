package io.github.memoryleak.heap.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DumpTest {
  private final Dump dump = Dump.create();

  @ParameterizedTest
  @CsvSource({
    "java.lang.String, 24",
    "java.util.ArrayList, 24",
    "java.util.HashMap, 48",
    "java.util.HashMap$Node, 32",
    "java.util.LinkedHashMap, 56",
    "java.util.LinkedHashMap$Entry, 40",
    "java.util.concurrent.ConcurrentHashMap, 64",
    "java.util.TreeMap$Entry, 40",
    "java.util.LinkedList, 32",
    "java.lang.ref.WeakReference, 32",
    "java.lang.ref.SoftReference, 40",
    "java.lang.Long, 24",
  })
  void instances_are_as_large_as_in_hotspot_17(String clazz, long size) {
    assertThat(dump.jdk().instance(clazz).size()).isEqualTo(size);
  }

  @Test
  void arrays_are_as_large_as_in_hotspot_17() {
    assertThat(dump.bytes(new byte[9]).size()).isEqualTo(32);
    assertThat(dump.ints(1, 2).size()).isEqualTo(24);
    assertThat(dump.array(dump.objectClass(), 10).size()).isEqualTo(56);
    assertThat(dump.primitives(Type.LONG).size()).isEqualTo(16);
  }

  @Test
  void a_byte_fills_the_gap_that_a_superclass_leaves() {
    DumpClass parent = dump.clazz("com.acme.Parent").field("flag", Type.BOOLEAN);
    DumpClass child = dump.clazz("com.acme.Child").extending(parent).field("other", Type.BOOLEAN);
    assertThat(dump.instance(child).size()).isEqualTo(16);
    DumpClass grown = dump.clazz("com.acme.Grown").extending(child).field("next", Type.OBJECT);
    assertThat(dump.instance(grown).size()).isEqualTo(24);
  }

  @Test
  void objects_lie_one_after_the_other() {
    DumpInstance first = dump.jdk().instance("java.util.HashMap");
    DumpInstance second = dump.jdk().instance("java.lang.Long");
    WrittenDump written = dump.write();
    DumpClass number = dump.jdk().clazz("java.lang.Number");
    DumpClass clazz = dump.jdk().clazz("java.lang.Long");
    assertThat(written.address(number)).isEqualTo(written.address(first) + 48);
    assertThat(written.address(second)).isEqualTo(written.address(clazz) + 112);
  }

  @Test
  void records_cover_the_file_and_segments_their_records() {
    Dump small = Dump.create(DumpFormat.HOTSPOT.withSegment(100));
    shop(small);
    WrittenDump written = small.write();
    assertThat(new String(written.bytes(), 0, 18, StandardCharsets.US_ASCII))
        .isEqualTo("JAVA PROFILE 1.0.2");
    int end = 31;
    int nestedEnd = 0;
    for (RecordMark mark : written.records()) {
      if (mark.nested()) {
        assertThat(mark.position()).isEqualTo(nestedEnd);
      } else {
        assertThat(mark.position()).isEqualTo(end);
        end = mark.end();
      }
      nestedEnd = mark.nested() ? mark.end() : mark.position() + 9;
    }
    assertThat(end).isEqualTo(written.size());
    assertThat(written.records().stream().filter(mark -> mark.tag() == 0x1C).count())
        .isGreaterThan(5);
  }

  @Test
  void a_record_starts_with_the_tag_and_the_id() {
    DumpInstance session = shop(dump);
    WrittenDump written = dump.write();
    int position = written.record(session).position();
    assertThat(written.bytes()[position]).isEqualTo((byte) 0x21);
    long id = 0;
    for (int i = 1; i <= 8; i++) {
      id = id << 8 | written.bytes()[position + i] & 0xff;
    }
    assertThat(id).isEqualTo(written.address(session));
  }

  @Test
  void the_histogram_counts_what_is_written() {
    DumpInstance session = shop(dump);
    Map<String, Dump.Total> histogram = dump.histogram();
    assertThat(histogram.get("com.acme.Session")).isEqualTo(new Dump.Total(1, 16));
    assertThat(histogram.get("java.lang.String")).isEqualTo(new Dump.Total(3, 72));
    assertThat(dump.omit(session).histogram()).doesNotContainKey("com.acme.Session");
  }

  @Test
  void maps_hold_what_they_are_given() {
    Jdk jdk = dump.jdk();
    List<DumpObject> keys = List.of(jdk.string("a"), jdk.string("b"), jdk.string("c"));
    jdk.maps().linkedHashMap(keys.get(0), null, keys.get(1), keys.get(2), keys.get(2), null);
    jdk.maps().treeMap(keys.get(0), null, keys.get(1), null, keys.get(2), null);
    assertThat(dump.histogram())
        .containsEntry("java.util.LinkedHashMap", new Dump.Total(1, 56))
        .containsEntry("java.util.LinkedHashMap$Entry", new Dump.Total(3, 120))
        .containsEntry("[Ljava.util.HashMap$Node;", new Dump.Total(1, 80))
        .containsEntry("java.util.TreeMap$Entry", new Dump.Total(3, 120));
  }

  @Test
  void a_field_that_the_class_lacks_is_named() {
    DumpInstance session = shop(dump);
    assertThatThrownBy(() -> session.set("basket", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("com.acme.Session has no field basket");
  }

  private static DumpInstance shop(Dump dump) {
    Jdk jdk = dump.jdk();
    DumpClass session = dump.clazz("com.acme.Session").field("cart", Type.OBJECT);
    DumpInstance cart = jdk.collections().arrayList(jdk.string("tea"), jdk.string("milk"));
    DumpInstance made = dump.instance(session).set("cart", cart);
    dump.clazz("com.acme.Sessions").staticField("ACTIVE", made).staticField("MAX", Type.INT, 7);
    jdk.thread("pool-1").frame(session, "run", "Session.java", 12).local(made);
    return made;
  }
}
