package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GoodCacheTest {
  @Test
  void keeps_a_price() throws Exception {
    Object request = new Object();
    assertEquals(GoodCache.price(request), GoodCache.price(request));
  }
}
