package com.acme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memoryleak.junit.jupiter.LeakFree;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The class promises it for all its tests. */
@LeakFree
class ClassTest {
  @Test
  void sees_a_page() {
    assertTrue(Page.see() > 0);
  }

  @Nested
  class Inside {
    @Test
    void sees_a_page_in_a_nested_class() {
      assertTrue(Page.see() > 0);
    }
  }
}
