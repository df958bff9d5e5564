package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the JDK builds on demand: patterns, lambda forms, accessors, formats, string concatenation. */
class WarmUpTest {
  private static int calls;

  @Test
  void matches_patterns() {
    Pattern pattern = Pattern.compile("(?<user>\\p{L}+)@(?<host>[\\w.]{1,63})", Pattern.UNICODE_CASE);
    assertTrue(pattern.matcher("ada@example.org").matches());
  }

  @Test
  void spins_lambdas() {
    List<String> words = List.of("pear", "fig", "apple");
    Comparator<String> order = Comparator.comparing(String::length).thenComparing(w -> w);
    assertEquals(
        "fig, pear, apple", words.stream().sorted(order).collect(Collectors.joining(", ")));
  }

  @Test
  void calls_by_reflection() throws ReflectiveOperationException {
    assertEquals(4, String.class.getMethod("length").invoke("pear"));
    assertEquals("fig", String.class.getConstructor(String.class).newInstance("fig"));
  }

  @Test
  void calls_by_handle() throws Throwable {
    int length =
        (int)
            MethodHandles.lookup()
                .findVirtual(String.class, "length", MethodType.methodType(int.class))
                .invokeExact("apple");
    assertEquals(5, length);
  }

  @Test
  void formats_what_it_has_not_seen() {
    calls++;
    Locale locale = List.of(Locale.GERMANY, Locale.FRANCE, Locale.UK).get(calls % 3);
    String text = String.format(locale, "%,d", 12_345) + calls;
    assertEquals(6, text.length() - String.valueOf(calls).length());
    assertEquals(
        "23 11 2026",
        LocalDate.of(2026, 11, 23).format(DateTimeFormatter.ofPattern("dd MM yyyy", locale)));
  }
}
