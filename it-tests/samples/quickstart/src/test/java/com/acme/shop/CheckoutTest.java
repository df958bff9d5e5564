package com.acme.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class CheckoutTest {
  private final Checkout checkout = new Checkout(YearMonth.of(2026, 11));
  private final Cart cart = new Cart();

  @Test
  void takes_the_price_of_the_cart() {
    cart.add(new Product("tea", 450), 2);
    Card card = new Card("4000 0000 0000 0002", YearMonth.of(2027, 1));
    assertEquals(new Receipt("Ada", 900), checkout.pay("Ada", cart, Discount.NONE, card));
  }

  @Test
  void grants_the_discount() {
    cart.add(new Product("coffee", 800), 1);
    Card card = new Card("4000 0000 0000 0002", YearMonth.of(2026, 11));
    assertEquals(new Receipt("Ada", 600), checkout.pay("Ada", cart, Discount.SALE, card));
  }

  @Test
  void declines_an_expired_card() {
    Card card = new Card("4000 0000 0000 0002", YearMonth.of(2026, 10));
    Exception e =
        assertThrows(
            CardDeclinedException.class, () -> checkout.pay("Ada", cart, Discount.NONE, card));
    assertEquals("The card of Ada has expired", e.getMessage());
  }
}
