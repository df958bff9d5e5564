package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BadHistoryTest {
  @Test
  void takes_an_order() throws Exception {
    BadHistory.add(7);
    assertEquals(7, 3 + 4);
  }
}
