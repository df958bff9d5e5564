package io.github.memoryleak.heap.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.heap.dsl.Dump;
import io.github.memoryleak.heap.dsl.DumpClass;
import io.github.memoryleak.heap.dsl.DumpInstance;
import io.github.memoryleak.heap.dsl.DumpObject;
import io.github.memoryleak.heap.dsl.Jdk;
import io.github.memoryleak.heap.dsl.Type;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectionReaderTest {
  private static final String CONCURRENT = "java.util.concurrent.";

  @TempDir Path folder;
  private final Dump dump = Dump.create();
  private final Jdk jdk = dump.jdk();

  @Test
  void free_slots_of_a_list_are_waste() throws IOException {
    assertRead(jdk.collections().arrayListOf(100, jdk.integer(1), jdk.integer(2)), 2, 100, 98 * 4);
  }

  @Test
  void free_slots_of_a_hash_table_are_waste_however_long_its_chains_are() throws IOException {
    DumpObject[] entries = new DumpObject[24];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = jdk.integer(i);
    }
    DumpInstance map = jdk.maps().hashMap(entries);

    LogicalCollection read = read(map);

    assertThat(read.size()).isEqualTo(12);
    assertThat(read.capacity()).isEqualTo(16);
    assertThat(read.wasteBytes()).isBetween(4 * 4L, 15 * 4L);
  }

  @Test
  void all_bytes_of_an_empty_collection_are_waste() throws IOException {
    assertRead(jdk.collections().arrayListOf(10), 0, 10, 24 + 56);
  }

  @Test
  void an_empty_collection_without_an_array_wastes_itself() throws IOException {
    assertRead(jdk.maps().hashMap(), 0, 0, 48);
  }

  @Test
  void a_striped_count_is_added_up() throws IOException {
    DumpClass cell = dump.clazz(CONCURRENT + "ConcurrentHashMap$CounterCell");
    cell.field("value", Type.LONG);
    DumpInstance map = jdk.maps().concurrentHashMap(jdk.integer(1), jdk.integer(2));
    map.set(
        "counterCells",
        dump.arrayOf(cell, dump.instance(cell).set("value", 5), null, dump.instance(cell)));

    assertThat(read(map).size()).isEqualTo(6);
  }

  @Test
  void a_skip_list_of_jdk_8_is_counted_node_by_node() throws IOException {
    DumpClass node = dump.clazz(CONCURRENT + "ConcurrentSkipListMap$Node");
    node.field("key", Type.OBJECT).field("value", Type.OBJECT).field("next", Type.OBJECT);
    DumpClass index = dump.clazz(CONCURRENT + "ConcurrentSkipListMap$HeadIndex");
    index.field("node", Type.OBJECT);
    DumpClass map = dump.clazz(CONCURRENT + "ConcurrentSkipListMap").field("head", Type.OBJECT);
    DumpInstance last = dump.instance(node).set("key", jdk.integer(2));
    DumpInstance first = dump.instance(node).set("key", jdk.integer(1)).set("next", last);
    DumpInstance base = dump.instance(node).set("next", first);
    DumpInstance head = dump.instance(index).set("node", base);

    assertRead(dump.instance(map).set("head", head), 2, 0, 0);
  }

  @Test
  void properties_of_jdk_8_are_a_hash_table() throws IOException {
    DumpClass entry = dump.clazz("java.util.Hashtable$Entry");
    DumpClass table = dump.clazz("java.util.Hashtable");
    table.field("table", Type.OBJECT).field("count", Type.INT);
    DumpClass properties = dump.clazz("java.util.Properties").extending(table);

    assertRead(
        dump.instance(properties)
            .set("table", dump.arrayOf(entry, dump.instance(entry), null, null))
            .set("count", 1),
        1,
        3,
        2 * 4);
  }

  @Test
  void a_chain_without_an_end_is_not_read() throws IOException {
    DumpClass node = dump.clazz(CONCURRENT + "ConcurrentLinkedQueue$Node");
    node.field("item", Type.OBJECT).field("next", Type.OBJECT);
    DumpClass queue = dump.clazz(CONCURRENT + "ConcurrentLinkedQueue").field("head", Type.OBJECT);
    DumpInstance first = dump.instance(node);
    first.set("next", dump.instance(node).set("next", first));

    assertThat(read(dump.instance(queue).set("head", first))).isNull();
  }

  @Test
  void a_class_of_that_name_without_the_fields_is_not_read() throws IOException {
    assertThat(read(dump.instance(dump.clazz("java.util.ArrayList")))).isNull();
  }

  @Test
  void what_is_no_collection_is_not_read() throws IOException {
    assertThat(read(jdk.integer(1))).isNull();
    assertThat(read(dump.objectClass())).isNull();
  }

  private void assertRead(DumpObject collection, long size, long capacity, long waste)
      throws IOException {
    Viewed viewed = Viewed.of(dump, folder);
    int object = viewed.number(collection);

    assertThat(new CollectionReader(viewed.view()).read(object))
        .isEqualTo(new LogicalCollection(object, size, capacity, waste));
  }

  private LogicalCollection read(DumpObject object) throws IOException {
    Viewed viewed = Viewed.of(dump, folder);
    return new CollectionReader(viewed.view()).read(viewed.number(object));
  }
}
