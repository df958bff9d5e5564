package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SumTest {
  @Test
  @Tag("fast")
  void adds() {
    assertEquals(4, 2 + 2);
  }

  @Test
  @Tag("fast")
  @Tag("leaking")
  void leaks() {
    assertNotNull(Kept.more());
  }

  @Test
  void leaks_slowly() {
    assertNotNull(Kept.more());
  }
}
