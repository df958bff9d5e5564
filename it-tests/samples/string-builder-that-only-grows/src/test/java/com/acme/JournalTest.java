package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class JournalTest {
  @Test
  void writes_a_line() {
    assertEquals(13, Journal.write("order 7 paid"));
  }
}
