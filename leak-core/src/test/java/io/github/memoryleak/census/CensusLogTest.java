package io.github.memoryleak.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CensusLogTest {
  private final CensusLog log = new CensusLog(3);

  @Test
  void a_census_holds_counts_bytes_and_totals() {
    log.begin();
    add(log, "[B", 2, 48);
    add(log, "com.acme.Cart", 1, 24);
    log.addThread("java.lang.Thread main");
    log.addThread("java.lang.Thread pool-%d");
    log.addThread("java.lang.Thread pool-%d");
    log.end();
    assertThat(log.size()).isEqualTo(1);
    assertThat(log.keys()).isEqualTo(4);
    assertThat(log.heapBytes(0)).isEqualTo(72);
    assertThat(log.objects(0)).isEqualTo(3);
    assertThat(log.threads(0)).isEqualTo(3);
    assertThat(describe(0))
        .containsExactly(
            "byte[] 2 48",
            "com.acme.Cart 1 24",
            "thread java.lang.Thread main 1 0",
            "thread java.lang.Thread pool-%d 2 0");
  }

  @Test
  void a_class_of_several_loaders_is_added_up() {
    log.begin();
    add(log, "com.acme.Cart", 1, 24);
    add(log, "com.acme.Cart", 2, 48);
    log.end();
    assertThat(describe(0)).containsExactly("com.acme.Cart 3 72");
  }

  @Test
  void a_class_that_is_gone_or_not_there_yet_counts_nothing() {
    census(log, Map.of("com.acme.Old", 5L));
    census(log, Map.of("com.acme.New", 7L));
    assertThat(describe(0)).containsExactly("com.acme.Old 5 80", "com.acme.New 0 0");
    assertThat(describe(1)).containsExactly("com.acme.Old 0 0", "com.acme.New 7 112");
  }

  @Test
  void objects_that_are_discounted_are_not_in_the_totals() {
    log.begin();
    add(log, "com.acme.Cart", 10, 160);
    log.discount(4, 64);
    log.end();
    assertThat(log.objects(0)).isEqualTo(6);
    assertThat(log.heapBytes(0)).isEqualTo(96);
    assertThat(log.count(0, 0)).isEqualTo(10);
  }

  @Test
  void it_is_full_when_each_row_holds_a_census() {
    for (int row = 0; row < 3; row++) {
      assertThat(log.isFull()).isFalse();
      census(log, Map.of("a.A", 1L));
    }
    assertThat(log.isFull()).isTrue();
    log.dropLast();
    assertThat(log.isFull()).isFalse();
  }

  @Test
  void more_keys_than_there_was_room_for_are_kept_in_all_rows() {
    int keys = 20_000;
    for (int row = 0; row < 3; row++) {
      log.begin();
      for (int i = 0; i < keys; i++) {
        add(log, "com.acme.Type" + i, i + row, 16L * i);
      }
      log.end();
    }
    for (int key = 0; key < keys; key++) {
      for (int row = 0; row < 3; row++) {
        assertThat(log.count(row, key)).isEqualTo(key + row);
        assertThat(log.bytes(row, key)).isEqualTo(16L * key);
      }
    }
    assertThat(log.name(keys - 1)).isEqualTo("com.acme.Type19999");
  }

  @Test
  void a_key_that_never_was_in_a_census_counts_nothing_whatever_its_number() {
    for (int i = 0; i < 10_000; i++) {
      log.key("com.acme.Type" + i);
    }
    census(log, Map.of());
    assertThat(log.count(0, 9_999)).isZero();
    assertThat(log.bytes(0, 9_999)).isZero();
  }

  @Test
  void a_thread_with_a_long_name_is_kept() {
    String pattern = "java.lang.Thread " + "long-".repeat(400);
    log.begin();
    log.addThread(pattern);
    log.end();
    assertThat(log.meter(0)).isEqualTo(Meter.THREAD);
    assertThat(log.name(0)).isEqualTo(pattern);
  }

  @Test
  void a_count_that_cannot_be_is_refused() {
    log.begin();
    assertThatThrownBy(() -> add(log, "com.acme.Cart", -1, 16))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The JVM counted -1 instances of a class");
  }

  /** The maps are the censuses; a map with the key "drop" or "clear" stands for that call. */
  @Property(tries = 300)
  void it_holds_what_a_list_of_maps_holds(
      @ForAll("steps") @Size(max = 20) List<Map<String, Long>> steps) {
    CensusLog tested = new CensusLog(20);
    List<Map<String, Long>> model = new ArrayList<>();
    for (Map<String, Long> step : steps) {
      if (step.containsKey("clear")) {
        tested.clear();
        model.clear();
      } else if (!step.containsKey("drop")) {
        census(tested, step);
        model.add(step);
      } else if (!model.isEmpty()) {
        tested.dropLast();
        model.remove(model.size() - 1);
      }
    }
    assertThat(tested.size()).isEqualTo(model.size());
    for (int row = 0; row < model.size(); row++) {
      assertSame(tested, row, model.get(row));
    }
  }

  @Provide
  Arbitrary<List<Map<String, Long>>> steps() {
    Arbitrary<String> names = Arbitraries.of("a.A", "b.B", "c.C", "d.D", "clear", "drop", "e.E");
    return Arbitraries.maps(names, Arbitraries.longs().between(1, 1000)).ofMaxSize(3).list();
  }

  private static void assertSame(CensusLog log, int row, Map<String, Long> expected) {
    long total = 0;
    for (int key = 0; key < log.keys(); key++) {
      long count = expected.getOrDefault(log.name(key), 0L);
      assertThat(log.count(row, key)).isEqualTo(count);
      assertThat(log.bytes(row, key)).isEqualTo(16 * count);
      total += count;
    }
    assertThat(log.objects(row)).isEqualTo(total);
    assertThat(log.heapBytes(row)).isEqualTo(16 * total);
  }

  private static void census(CensusLog log, Map<String, Long> counts) {
    log.begin();
    counts.forEach((name, count) -> add(log, name, count, 16 * count));
    log.end();
  }

  private static void add(CensusLog log, String name, long count, long bytes) {
    log.addType(name.toCharArray(), name.length(), count, bytes);
  }

  private List<String> describe(int row) {
    List<String> lines = new ArrayList<>();
    for (int key = 0; key < log.keys(); key++) {
      String kind = log.meter(key) == Meter.THREAD ? "thread " : "";
      lines.add(kind + log.name(key) + " " + log.count(row, key) + " " + log.bytes(row, key));
    }
    return lines;
  }
}
