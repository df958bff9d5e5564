package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class JournalTest {
  @Test
  void writes_a_line() {
    String line = "2026-11-23 08:15:00 INFO order 7 of customer 4711 was paid by card and leaves the warehouse in Leipzig today";
    assertEquals(line.length() + 1, Journal.write(line));
  }
}
