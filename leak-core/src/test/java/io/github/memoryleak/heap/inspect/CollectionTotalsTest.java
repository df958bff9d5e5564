package io.github.memoryleak.heap.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.heap.dsl.Dump;
import io.github.memoryleak.heap.dsl.DumpClass;
import io.github.memoryleak.heap.dsl.DumpInstance;
import io.github.memoryleak.heap.dsl.DumpObject;
import io.github.memoryleak.heap.dsl.GcRoot;
import io.github.memoryleak.heap.dsl.Jdk;
import io.github.memoryleak.heap.dsl.Type;
import io.github.memoryleak.heap.hprof.HeapProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectionTotalsTest {
  @TempDir Path folder;
  private final Dump dump = Dump.create();
  private final Jdk jdk = dump.jdk();
  private final DumpClass order =
      dump.clazz("com.acme.Order").field("lines", Type.OBJECT).field("notes", Type.OBJECT);

  @Test
  void collections_are_added_up_by_class_and_by_what_holds_them() throws IOException {
    DumpObject element = dump.bytes(new byte[10]);
    hold(order().set("lines", jdk.collections().arrayListOf(100, element, element)));
    hold(order().set("lines", jdk.collections().arrayListOf(50)));
    hold(order().set("notes", jdk.collections().arrayListOf(10, element)));

    assertThat(totals())
        .containsExactly(
            new CollectionTotal(
                "java.util.ArrayList",
                3,
                1,
                1,
                3,
                160,
                98 * 4 + (24 + 216) + 9 * 4,
                List.of(
                    new HeldBy(new Holder("com.acme.Order", "lines", false), 2, 98 * 4 + 240),
                    new HeldBy(new Holder("com.acme.Order", "notes", false), 1, 36))));
  }

  @Test
  void a_set_counts_the_map_in_it_as_its_own() throws IOException {
    hold(order().set("lines", jdk.collections().hashSet(jdk.integer(1), jdk.integer(2))));

    assertThat(totals())
        .containsExactly(
            new CollectionTotal(
                "java.util.HashSet",
                1,
                0,
                0,
                2,
                16,
                14 * 4,
                List.of(new HeldBy(new Holder("com.acme.Order", "lines", false), 1, 56))));
  }

  @Test
  void a_collection_in_a_map_is_held_by_what_holds_the_map() throws IOException {
    DumpInstance list = jdk.collections().arrayListOf(10);
    hold(order().set("lines", jdk.maps().hashMap(jdk.integer(1), list)));

    assertThat(totals())
        .filteredOn(t -> t.className().equals("java.util.ArrayList"))
        .flatExtracting(CollectionTotal::heldBy)
        .containsExactly(new HeldBy(new Holder("com.acme.Order", "lines", false), 1, 24 + 56));
  }

  @Test
  void a_collection_in_a_thread_local_variable_is_held_by_the_thread() throws IOException {
    DumpInstance variable = jdk.instance("java.lang.ThreadLocal");
    hold(variable);
    jdk.threadLocals(jdk.thread("main"), variable, jdk.collections().arrayListOf(10));

    assertThat(totals())
        .filteredOn(t -> t.className().equals("java.util.ArrayList"))
        .flatExtracting(CollectionTotal::heldBy)
        .containsExactly(new HeldBy(new Holder("java.lang.Thread", "threadLocals", false), 1, 80));
  }

  @Test
  void a_subclass_is_laid_out_as_its_superclass() throws IOException {
    DumpClass own = dump.clazz("com.acme.Lines").extending(jdk.clazz("java.util.LinkedList"));
    hold(dump.instance(own).set("size", 1));

    assertThat(totals())
        .containsExactly(
            new CollectionTotal(
                "com.acme.Lines",
                1,
                0,
                1,
                1,
                0,
                0,
                List.of(new HeldBy(new Holder("com.acme.Lines", "", false), 1, 0))));
  }

  @Test
  void what_nothing_holds_is_left_out() throws IOException {
    jdk.collections().arrayListOf(100);

    assertThat(totals()).isEmpty();
  }

  private List<CollectionTotal> totals() throws IOException {
    return CollectionTotals.of(Viewed.of(dump, folder).view(), 5, HeapProgress.NONE).classes();
  }

  private DumpInstance order() {
    return dump.instance(order);
  }

  private void hold(DumpObject object) {
    dump.root(GcRoot.JNI_GLOBAL, object);
  }
}
