package com.acme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memoryleak.junit.jupiter.LeakFree;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One of its nested classes promises it. */
class NestedTest {
  @Test
  void promises_nothing() {
    assertTrue(Page.see() > 0);
  }

  @Nested
  @LeakFree
  class Inside {
    @Test
    void sees_a_page() {
      assertTrue(Page.see() > 0);
    }
  }
}
