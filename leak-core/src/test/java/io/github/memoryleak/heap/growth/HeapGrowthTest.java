package io.github.memoryleak.heap.growth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.heap.dsl.Dump;
import io.github.memoryleak.heap.dsl.DumpClass;
import io.github.memoryleak.heap.dsl.DumpInstance;
import io.github.memoryleak.heap.dsl.DumpObject;
import io.github.memoryleak.heap.dsl.Type;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HeapGrowthTest extends HeapGrowthFixture {
  @Property(tries = 30)
  void nothing_grows_between_two_dumps_of_the_same_heap(@ForAll @IntRange(max = 40) int runs)
      throws IOException {
    assertThat(grown(HeapGrowthTest::map, runs, runs)).isEmpty();
  }

  @Property(tries = 30)
  void as_many_grow_as_were_added(
      @ForAll @IntRange(max = 40) int before, @ForAll @IntRange(min = 2, max = 40) int added)
      throws IOException {
    List<GrownHolder> grown = grown(HeapGrowthTest::map, before, before + added);
    assertThat(grown).hasSize(1);
    assertThat(grown.get(0).objectGrowth()).containsExactly((long) added);
    assertThat(grown.get(0).objects()).isEqualTo(before + added);
  }

  @Test
  void what_is_reached_over_another_path_than_before_did_not_grow() throws IOException {
    assertThat(grown((dump, runs) -> pool(dump, runs, 200), 5, 10)).isEmpty();
  }

  @Test
  void what_grew_and_is_reached_over_another_path_than_before_is_told() throws IOException {
    Heap heap = (dump, runs) -> pool(dump, runs, 20 * runs);
    assertThat(only(grown(heap, 5, 10)).holder()).isEqualTo("com.acme.Pool.sessions");
  }

  private static void pool(Dump dump, int runs, int sessions) {
    DumpClass pool = dump.clazz("com.acme.Pool").field("sessions", Type.OBJECT);
    DumpObject list = dump.jdk().collections().arrayList(sessions(dump, sessions));
    dump.clazz(runs < 10 ? "com.acme.App" : "com.acme.Start")
        .staticField("POOL", dump.instance(pool).set("sessions", list));
  }

  @Test
  void the_words_of_a_bit_set_are_held_by_the_field_that_refers_to_it() throws IOException {
    Heap heap =
        (dump, runs) -> {
          DumpClass bits = dump.clazz("java.util.BitSet").field("words", Type.OBJECT);
          DumpInstance seen =
              dump.instance(bits).set("words", dump.primitives(Type.LONG, new long[runs]));
          dump.clazz("com.acme.App").staticField("SEEN", seen);
        };
    assertThat(only(grown(heap, 200, 200_000)).holder()).isEqualTo("static com.acme.App.SEEN");
  }

  @Test
  void an_array_that_is_made_anew_grows_with_its_elements() throws IOException {
    Heap heap =
        (dump, runs) -> {
          DumpClass session = dump.clazz(SESSION);
          DumpObject[] sessions = new DumpObject[runs];
          Arrays.setAll(sessions, i -> dump.instance(session));
          dump.clazz("com.acme.Bus").staticField("LISTENERS", dump.arrayOf(session, sessions));
        };
    GrownHolder holder = only(grown(heap, 200, 1400));
    assertThat(holder.type()).isEqualTo(SESSION);
    assertThat(holder.typeGrowth()).containsKeys(SESSION, SESSION + "[]");
  }

  @Test
  void the_values_of_a_static_map_are_held_by_its_field() throws IOException {
    GrownHolder holder = only(grown(HeapGrowthTest::map, 5, 10));
    assertThat(holder.holder()).isEqualTo("static com.acme.Sessions.ACTIVE");
    assertThat(holder.type()).isEqualTo(SESSION);
    assertThat(holder.path())
        .containsExactly("static com.acme.Sessions.ACTIVE", "java.util.HashMap", SESSION);
    assertThat(holder.typeGrowth()).containsEntry("java.util.HashMap$Node", 5L);
    assertThat(holder.soft()).isFalse();
  }

  @Test
  void what_the_entries_hold_is_retained_by_them() throws IOException {
    GrownHolder holder = only(grown(HeapGrowthTest::map, 5, 10));
    long node = 32;
    long key = 24 + 24;
    long session = 16;
    assertThat(holder.retained()).isEqualTo(10 * (node + key + session));
    assertThat(holder.shallowGrowth()).isGreaterThanOrEqualTo(5 * (node + key + session));
  }

  @Test
  void the_elements_of_a_list_in_an_object_are_held_by_the_objects_field() throws IOException {
    Heap heap =
        (dump, runs) -> {
          DumpObject list = dump.jdk().collections().arrayList(sessions(dump, runs));
          DumpClass bus = dump.clazz("com.acme.Bus").field("listeners", Type.OBJECT);
          DumpInstance only = dump.instance(bus).set("listeners", list);
          dump.clazz("com.acme.App").staticField("BUS", only);
        };
    GrownHolder holder = only(grown(heap, 5, 10));
    assertThat(holder.holder()).isEqualTo("com.acme.Bus.listeners");
    assertThat(holder.path())
        .containsExactly(
            "static com.acme.App.BUS", "com.acme.Bus.listeners", "java.util.ArrayList", SESSION);
  }

  @Test
  void a_chain_of_objects_is_held_by_the_field_of_its_head() throws IOException {
    Heap heap =
        (dump, runs) -> {
          DumpClass link = dump.clazz("com.acme.Link").field("next", Type.OBJECT);
          DumpInstance head = dump.instance(link);
          for (int i = 0; i < runs; i++) {
            head = dump.instance(link).set("next", head);
          }
          dump.clazz("com.acme.Chain").staticField("head", head);
        };
    GrownHolder holder = only(grown(heap, 5, 10));
    assertThat(holder.holder()).isEqualTo("static com.acme.Chain.head");
    assertThat(holder.type()).isEqualTo("com.acme.Link");
    assertThat(holder.objectGrowth()).containsExactly(5L);
  }

  @Test
  void a_chain_in_each_element_of_a_list_stays_below_them() throws IOException {
    Heap heap =
        (dump, runs) -> {
          DumpClass link = dump.clazz("com.acme.Link").field("next", Type.OBJECT);
          DumpClass cart = dump.clazz("com.acme.Cart").field("first", Type.OBJECT);
          DumpObject[] carts = new DumpObject[runs];
          for (int i = 0; i < runs; i++) {
            DumpInstance first = dump.instance(link);
            for (int n = 0; n < 60; n++) {
              first = dump.instance(link).set("next", first);
            }
            carts[i] = dump.instance(cart).set("first", first);
          }
          DumpObject list = dump.jdk().collections().arrayList(carts);
          dump.clazz("com.acme.App").staticField("CARTS", list);
        };
    GrownHolder holder = only(grown(heap, 5, 10));
    assertThat(holder.holder()).isEqualTo("static com.acme.App.CARTS");
    assertThat(holder.type()).isEqualTo("com.acme.Cart");
  }

  @Test
  void a_chain_that_is_entered_at_both_ends_is_one_finding() throws IOException {
    Heap heap =
        (dump, runs) -> {
          DumpClass link =
              dump.clazz("com.acme.Link").field("next", Type.OBJECT).field("previous", Type.OBJECT);
          DumpInstance head = dump.instance(link);
          DumpInstance tail = head;
          for (int i = 0; i < runs; i++) {
            DumpInstance next = dump.instance(link).set("previous", tail);
            tail.set("next", next);
            tail = next;
          }
          DumpClass chain = dump.clazz("com.acme.Chain");
          chain.staticField("head", head).staticField("tail", tail);
        };
    assertThat(grown(heap, 10, 30)).hasSize(1);
  }

  @Test
  void a_linked_list_is_not_split_by_its_two_ends() throws IOException {
    Heap heap =
        (dump, runs) ->
            dump.clazz("com.acme.App")
                .staticField("LOG", dump.jdk().collections().linkedList(sessions(dump, runs)));
    GrownHolder holder = only(grown(heap, 10, 30));
    assertThat(holder.holder()).isEqualTo("static com.acme.App.LOG");
    assertThat(holder.growth()).isEqualTo(20);
  }

  @Test
  void the_field_of_a_pool_says_more_than_its_workers_stack() throws IOException {
    Heap heap =
        (dump, runs) -> {
          DumpObject queue = dump.jdk().collections().arrayDeque(sessions(dump, runs));
          dump.jdk().thread("worker-1").frame(dump.objectClass(), "run", "A.java", 1).local(queue);
          DumpClass pool = dump.clazz("com.acme.Pool").field("queue", Type.OBJECT);
          DumpClass app = dump.clazz("com.acme.App").field("pool", Type.OBJECT);
          DumpInstance held =
              dump.instance(app).set("pool", dump.instance(pool).set("queue", queue));
          dump.clazz("com.acme.Main").staticField("APP", held);
        };
    assertThat(only(grown(heap, 5, 10)).holder()).isEqualTo("com.acme.Pool.queue");
  }

  @Test
  void two_collections_of_the_same_objects_are_one_finding() throws IOException {
    Heap heap =
        (dump, runs) -> {
          DumpObject[] sessions = sessions(dump, runs);
          DumpClass app = dump.clazz("com.acme.App");
          app.staticField("ALL", dump.jdk().collections().arrayList(sessions));
          app.staticField("LATEST", dump.jdk().collections().linkedList(sessions));
        };
    GrownHolder holder = only(grown(heap, 5, 10));
    assertThat(holder.holder()).isIn("static com.acme.App.ALL", "static com.acme.App.LATEST");
    assertThat(holder.alsoHeldBy()).hasSize(1).doesNotContain(holder.holder());
    assertThat(holder.retained()).isGreaterThanOrEqualTo(10 * 16);
  }

  @Test
  void who_holds_the_keys_of_a_map_with_weak_keys_has_them_and_not_the_map() throws IOException {
    Heap heap =
        (dump, runs) -> {
          DumpObject[] sessions = sessions(dump, runs);
          DumpClass record = dump.clazz("com.acme.Record").field("id", Type.LONG);
          DumpObject[] entries = new DumpObject[2 * runs];
          for (int i = 0; i < runs; i++) {
            entries[2 * i] = dump.jdk().weakReference(sessions[i]);
            entries[2 * i + 1] = dump.instance(record);
          }
          DumpClass app = dump.clazz("com.acme.App");
          app.staticField("RECORDS", dump.jdk().maps().hashMap(entries));
          app.staticField("OPEN", dump.jdk().collections().arrayList(sessions));
        };
    GrownHolder holder = only(grown(heap, 5, 10));
    assertThat(holder.holder()).isEqualTo("static com.acme.App.OPEN");
    assertThat(holder.type()).isEqualTo(SESSION);
    assertThat(holder.objectGrowth()).containsExactly(5L);
    assertThat(holder.alsoHeldBy()).containsExactly("static com.acme.App.RECORDS");
    assertThat(holder.typeGrowth())
        .containsEntry(SESSION, 5L)
        .containsEntry("com.acme.Record", 5L)
        .containsEntry("java.lang.ref.WeakReference", 5L);
  }

  @Test
  void two_collections_of_different_objects_are_two_findings() throws IOException {
    Heap heap =
        (dump, runs) -> {
          DumpClass app = dump.clazz("com.acme.App");
          app.staticField("A", dump.jdk().collections().arrayList(sessions(dump, runs)));
          app.staticField("B", dump.jdk().collections().arrayList(strings(dump, runs)));
        };
    assertThat(grown(heap, 5, 10))
        .extracting(GrownHolder::holder)
        .containsExactlyInAnyOrder("static com.acme.App.A", "static com.acme.App.B");
  }

  @Test
  void a_list_within_the_elements_of_a_list_stays_below_them() throws IOException {
    Heap heap =
        (dump, runs) -> {
          DumpClass cart = dump.clazz("com.acme.Cart").field("items", Type.OBJECT);
          DumpClass session = dump.clazz(SESSION);
          DumpObject[] carts = new DumpObject[runs];
          for (int i = 0; i < runs; i++) {
            DumpObject items = dump.jdk().collections().arrayList(sessions(dump, session, 3));
            carts[i] = dump.instance(cart).set("items", items);
          }
          DumpObject list = dump.jdk().collections().arrayList(carts);
          dump.clazz("com.acme.App").staticField("CARTS", list);
        };
    GrownHolder holder = only(grown(heap, 5, 10));
    assertThat(holder.holder()).isEqualTo("static com.acme.App.CARTS");
    assertThat(holder.type()).isEqualTo("com.acme.Cart");
    assertThat(holder.typeGrowth()).containsEntry(SESSION, 15L).containsEntry("com.acme.Cart", 5L);
  }

  @Test
  void what_a_thread_local_holds_is_said_so() throws IOException {
    Heap heap =
        (dump, runs) -> {
          var thread = dump.jdk().thread("pool-7-thread-1");
          DumpObject key = dump.jdk().instance("java.lang.ThreadLocal");
          DumpObject list = dump.jdk().collections().arrayList(sessions(dump, runs));
          dump.jdk().threadLocals(thread, key, list);
        };
    GrownHolder holder = only(grown(heap, 5, 10));
    assertThat(holder.holder()).isEqualTo("ThreadLocal of thread pool-%d-thread-%d");
    assertThat(holder.path())
        .containsExactly(
            "thread pool-%d-thread-%d",
            "java.lang.Thread.threadLocals",
            "java.lang.ThreadLocal$ThreadLocalMap",
            "java.util.ArrayList",
            SESSION);
  }

  @Test
  void threads_that_differ_by_number_grow_together() throws IOException {
    Heap heap =
        (dump, runs) -> {
          for (int i = 0; i < runs; i++) {
            dump.jdk().thread("feed-" + i).frame(dump.objectClass(), "run", "Feed.java", 7);
          }
        };
    GrownHolder holder = only(grown(heap, 5, 10));
    assertThat(holder.holder()).isEqualTo("thread feed-%d");
    assertThat(holder.objectGrowth()).containsExactly(5L);
  }

  @Test
  void what_only_soft_references_hold_is_marked() throws IOException {
    Heap heap =
        (dump, runs) -> {
          DumpObject list = dump.jdk().collections().arrayList(sessions(dump, runs));
          DumpObject soft = dump.jdk().softReference(list);
          dump.clazz("com.acme.App").staticField("CACHE", soft);
        };
    assertThat(only(grown(heap, 5, 10)).soft()).isTrue();
  }

  @Test
  void a_path_must_grow_from_each_dump_to_the_next() throws IOException {
    assertThat(grown(HeapGrowthTest::map, 5, 10, 10)).isEmpty();
    assertThat(only(grown(HeapGrowthTest::map, 5, 10, 17)).objectGrowth()).containsExactly(5L, 7L);
  }

  private static void map(Dump dump, int runs) {
    DumpObject[] entries = new DumpObject[2 * runs];
    DumpObject[] keys = strings(dump, runs);
    DumpObject[] values = sessions(dump, runs);
    for (int i = 0; i < runs; i++) {
      entries[2 * i] = keys[i];
      entries[2 * i + 1] = values[i];
    }
    dump.clazz("com.acme.Sessions").staticField("ACTIVE", dump.jdk().maps().hashMap(entries));
  }
}
