package com.acme.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ProductTest {
  @Test
  void may_be_free() {
    assertEquals(0, new Product("sample", 0).cents());
  }

  @Test
  void must_not_have_a_negative_price() {
    assertThrows(IllegalArgumentException.class, () -> new Product("tea", -1));
  }
}
