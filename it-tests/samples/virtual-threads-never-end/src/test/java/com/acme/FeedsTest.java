package com.acme;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import org.junit.jupiter.api.Test;

class FeedsTest {
  @Test
  void follows_a_feed() {
    assertDoesNotThrow(() -> Feeds.follow());
  }

  @Test
  void reads_a_feed() {
    assertDoesNotThrow(() -> Feeds.readOnce().join());
  }
}
