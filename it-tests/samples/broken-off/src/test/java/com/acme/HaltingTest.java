package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Ends the JVM when it runs for the third time, and no test runs: none can be left out. */
class HaltingTest {
  private static int runs;

  @Test
  void adds() {
    assertEquals(4, 2 + 2);
  }

  @AfterAll
  static void stop() {
    runs++;
    if (runs == 3) {
      Runtime.getRuntime().halt(7);
    }
  }
}
