package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CheckoutTest {
  @Test
  void pay() {
    assertEquals("Ada", Sessions.open("Ada").customer());
  }
}
