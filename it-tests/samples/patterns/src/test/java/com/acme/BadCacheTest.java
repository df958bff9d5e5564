package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BadCacheTest {
  @Test
  void keeps_a_price() throws Exception {
    Object request = new Object();
    assertEquals(BadCache.price(request), BadCache.price(request));
  }
}
