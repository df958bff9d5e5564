package io.github.memoryleak.heap.growth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.heap.dsl.Dump;
import io.github.memoryleak.heap.dsl.DumpArray;
import io.github.memoryleak.heap.dsl.DumpClass;
import io.github.memoryleak.heap.dsl.DumpInstance;
import io.github.memoryleak.heap.dsl.DumpObject;
import io.github.memoryleak.heap.dsl.Type;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class BoundsTest extends HeapGrowthFixture {
  @Test
  void numbers_at_the_owners_that_may_be_limits_are_told() throws IOException {
    Heap heap =
        (dump, runs) -> {
          DumpObject list = dump.jdk().collections().arrayList(sessions(dump, runs));
          DumpClass recent =
              dump.clazz("com.acme.Recent")
                  .field("entries", Type.OBJECT)
                  .field("maxEntries", Type.INT)
                  .field("maxRetries", Type.INT)
                  .staticField("LIMIT", Type.INT, 500);
          DumpInstance only =
              dump.instance(recent)
                  .set("entries", list)
                  .set("maxEntries", 300)
                  .set("maxRetries", 7);
          dump.clazz("com.acme.App").staticField("RECENT", only).staticField("MOST", Type.INT, 0);
        };
    assertThat(only(grown(heap, 5, 10)).bounds())
        .containsExactly(
            new Bound(Bound.Sign.NUMBER, "com.acme.Recent.maxEntries", 300),
            new Bound(Bound.Sign.NUMBER, "com.acme.Recent.LIMIT", 500));
  }

  @Test
  void the_length_of_an_array_is_told_with_the_slots_that_are_taken() throws IOException {
    Heap heap =
        (dump, runs) -> {
          DumpClass session = dump.clazz(SESSION);
          DumpArray slots = dump.array(dump.arrayClass(session), 64);
          for (int i = 0; i < runs; i++) {
            slots.set(3 * i, dump.arrayOf(session, sessions(dump, session, 2)));
          }
          dump.clazz("com.acme.Cache").staticField("SLOTS", slots);
        };
    assertThat(only(grown(heap, 5, 10)).bounds())
        .containsExactly(new Bound(Bound.Sign.NUMBER, "length of com.acme.Session[][]", 64, 10));
  }

  @Test
  void a_limit_that_a_field_of_the_same_name_hides_is_read_where_it_is_declared()
      throws IOException {
    Heap heap =
        (dump, runs) -> {
          DumpObject list = dump.jdk().collections().arrayList(sessions(dump, runs));
          DumpClass stack = dump.clazz("com.acme.Stack").field("size", Type.INT);
          DumpClass recycled =
              dump.clazz("com.acme.Recycled")
                  .extending(stack)
                  .field("entries", Type.OBJECT)
                  .field("size", Type.OBJECT);
          DumpInstance only = dump.instance(recycled).set("entries", list).set(stack, "size", 300);
          dump.clazz("com.acme.App").staticField("RECYCLED", only);
        };
    assertThat(only(grown(heap, 5, 10)).bounds())
        .containsExactly(new Bound(Bound.Sign.NUMBER, "com.acme.Stack.size", 300));
  }

  @Test
  void the_limit_of_a_known_cache_is_told_wherever_the_class_was_copied_to() throws IOException {
    assertThat(only(grown((d, runs) -> cache(d, runs, 5000), 5, 10)).bounds())
        .contains(
            new Bound(
                Bound.Sign.CACHE, "shaded.com.google.common.cache.LocalCache.maxWeight", 5000));
  }

  @Test
  void a_cache_without_a_limit_has_no_sign_of_one() throws IOException {
    assertThat(only(grown((d, runs) -> cache(d, runs, -1), 5, 10)).bounds()).isEmpty();
    assertThat(only(grown((d, runs) -> cache(d, runs, Long.MAX_VALUE), 5, 10)).bounds()).isEmpty();
  }

  private static void cache(Dump dump, int runs, long limit) {
    DumpObject list = dump.jdk().collections().arrayList(sessions(dump, runs));
    DumpClass cache =
        dump.clazz("shaded.com.google.common.cache.LocalCache")
            .field("entries", Type.OBJECT)
            .field("maxWeight", Type.LONG);
    DumpInstance only = dump.instance(cache).set("entries", list).set("maxWeight", limit);
    dump.clazz("com.acme.App").staticField("CACHE", only);
  }
}
