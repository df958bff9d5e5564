package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VerboseTest {
  @Test
  void says_a_lot() {
    int lines = 0;
    for (; lines < 50_000; lines++) {
      System.out.println("line " + lines + " of a log that nobody reads to the end");
    }
    assertEquals(50_000, lines);
  }
}
