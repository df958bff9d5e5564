package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BadFeedTest {
  @Test
  void asks_for_a_price() throws Exception {
    assertEquals(42, new BadFeed().price().get());
  }
}
