package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Reads what the leaking test left: the leak is not its own. */
class ReadingTest {
  @Test
  void reads_the_visits() throws Exception {
    assertTrue(LeakingTest.VISITS.size() >= 0);
    assertEquals(100_000, Server.shared().page(2));
  }
}
