package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OrderTest {
  @Test
  void takes_an_order() {
    assertEquals(7, Registry.keep(new Order(7)).number());
  }

  @Test
  void keeps_nothing() {
    assertEquals(7, new Order(7).number());
  }
}
