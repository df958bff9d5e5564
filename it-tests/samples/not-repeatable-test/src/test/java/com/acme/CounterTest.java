package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CounterTest {
  private static int calls;

  @Test
  void adds() {
    assertEquals(4, 2 + 2);
  }

  @Test
  void is_called_once() {
    assertEquals(1, ++calls);
  }
}
