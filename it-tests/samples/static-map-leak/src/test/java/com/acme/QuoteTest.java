package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class QuoteTest {
  @Test
  void keeps_the_price() {
    assertEquals(995, QuoteCache.quote(995).cents());
  }
}
