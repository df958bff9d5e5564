package com.acme.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PriceTest {
  @Test
  void adds() {
    assertEquals(new Price(5), new Price(2).plus(new Price(3)));
  }
}
