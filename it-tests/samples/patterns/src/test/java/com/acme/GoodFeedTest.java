package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GoodFeedTest {
  @Test
  void asks_for_a_price() throws Exception {
    try (GoodFeed feed = new GoodFeed()) {
      assertEquals(42, feed.price().get());
    }
  }
}
