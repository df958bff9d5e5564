package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void adds_lengths() {
    assertEquals(2 + 'a', Words.lengthOfAll(new String[] {"a", "b"}));
  }
}
