package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class JupiterTest {
  @Test
  void adds() {
    assertEquals(4, 2 + 2);
  }

  @Test
  void leaks() {
    assertEquals(Kept.class, Kept.more().getClass());
  }
}
