package com.acme.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CartTest {
  private final Cart cart = new Cart();

  @Test
  void costs_nothing_when_it_is_empty() {
    assertEquals(0, cart.total());
  }

  @Test
  void sums_its_prices() {
    cart.add(new Product("tea", 450), 2);
    cart.add(new Product("coffee", 790), 1);
    assertEquals(1690, cart.total());
  }

  @Test
  void counts_pieces_of_the_same_product_together() {
    Product tea = new Product("tea", 450);
    cart.add(tea, 1);
    cart.add(tea, 2);
    assertEquals(3, cart.size());
  }
}
