package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource({"level, true", "shop, false", "noon, true"})
  void knows_palindromes(String word, boolean expected) {
    assertEquals(expected, new StringBuilder(word).reverse().toString().equals(word));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "bb", "ccc"})
  void counts_letters(String word) {
    assertTrue(word.length() <= 3);
  }

  @RepeatedTest(5)
  void sorts_keys() {
    Map<String, Integer> counts = new TreeMap<>(Map.of("b", 2, "a", 1));
    assertEquals("{a=1, b=2}", counts.toString());
  }

  @Test
  void joins_words() {
    assertEquals("a b", String.join(" ", "a", "b"));
  }
}
