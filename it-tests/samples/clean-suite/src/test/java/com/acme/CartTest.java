package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CartTest {
  private Cart cart;

  @BeforeEach
  void new_cart() {
    cart = new Cart();
  }

  @Test
  void is_empty_at_first() {
    assertEquals(0, cart.total());
  }

  @Test
  void sums_its_prices() {
    cart.add(100);
    cart.add(250);
    assertEquals(350, cart.total());
  }

  @Test
  void refuses_a_negative_price() {
    assertThrows(IllegalArgumentException.class, () -> cart.add(-1));
  }
}
