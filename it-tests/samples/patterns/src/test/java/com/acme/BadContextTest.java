package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BadContextTest {
  @Test
  void works_on_a_request() throws Exception {
    int notes = Workers.POOL.submit(() -> new BadContext().work(7)).get();
    assertEquals(true, notes > 0);
  }
}
