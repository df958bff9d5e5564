package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class InvoiceTest {
  @Test
  void adds() {
    assertEquals(4, 2 + 2);
  }

  @Test
  void has_the_right_sum() {
    assertEquals(1190, 1000 * 118 / 100, "gross in cents");
  }
}
