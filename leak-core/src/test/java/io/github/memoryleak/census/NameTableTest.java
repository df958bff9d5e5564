package io.github.memoryleak.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NameTableTest {
  private final NameTable table = new NameTable();

  @Property(tries = 200)
  void it_numbers_like_a_map_of_strings(
      @ForAll @Size(max = 300) List<@StringLength(max = 40) String> names) {
    NameTable numbers = new NameTable();
    Map<String, Integer> model = new HashMap<>();
    for (String name : names) {
      int expected = model.computeIfAbsent(name, n -> model.size());
      assertThat(numbers.number(name.toCharArray(), name.length())).isEqualTo(expected);
    }
    assertThat(numbers.size()).isEqualTo(model.size());
    model.forEach((name, number) -> assertThat(numbers.name(number)).isEqualTo(name));
  }

  @Property(tries = 10)
  void it_keeps_all_names_when_its_buffers_grow(
      @ForAll @IntRange(min = 9_000, max = 30_000) int names,
      @ForAll @IntRange(max = 90) int padding) {
    NameTable numbers = new NameTable();
    String start = "com.acme.größe." + "x".repeat(padding);
    for (int i = 0; i < names; i++) {
      assertThat(number(numbers, start + i)).isEqualTo(i);
    }
    for (int i = 0; i < names; i++) {
      assertThat(numbers.name(i)).isEqualTo(start + i);
      assertThat(number(numbers, start + i)).isEqualTo(i);
    }
    assertThat(numbers.size()).isEqualTo(names);
  }

  @Test
  void names_with_the_same_hash_have_different_numbers() {
    assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
    assertThat(number(table, "Aa")).isZero();
    assertThat(number(table, "BB")).isEqualTo(1);
    assertThat(number(table, "Aa")).isZero();
    assertThat(table.name(1)).isEqualTo("BB");
  }

  @Test
  void the_name_is_the_first_characters_only() {
    char[] chars = "com.acme.Cart and the rest".toCharArray();
    assertThat(table.number(chars, 13)).isZero();
    assertThat(table.name(0)).isEqualTo("com.acme.Cart");
    assertThat(number(table, "com.acme.Cart")).isZero();
    assertThat(number(table, "com.acme.Car")).isEqualTo(1);
  }

  @Test
  void a_name_longer_than_the_first_arena_is_kept() {
    String name = "名".repeat(1 << 20);
    assertThat(number(table, "first")).isZero();
    assertThat(number(table, name)).isEqualTo(1);
    assertThat(table.name(1)).isEqualTo(name);
    assertThat(table.name(0)).isEqualTo("first");
  }

  private static int number(NameTable numbers, String name) {
    return numbers.number(name.toCharArray(), name.length());
  }
}
