package com.acme.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.acme.core.Price;
import org.junit.jupiter.api.Test;

class BasketTest {
  @Test
  void totals() {
    Basket basket = new Basket();
    basket.add(new Price(995));
    assertEquals(new Price(995), basket.total());
  }
}
