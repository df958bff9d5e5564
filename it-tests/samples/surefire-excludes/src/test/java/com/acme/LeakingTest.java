package com.acme;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.Test;

class LeakingTest {
  @Test
  void leaks() {
    assertNotNull(Kept.more());
  }
}
