package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GoodContextTest {
  @Test
  void works_on_a_request() throws Exception {
    assertEquals(1, Workers.POOL.submit(() -> new GoodContext().work(7)).get());
  }
}
