package com.acme.shop;

import java.time.YearMonth;
import java.util.UUID;

/** Takes the money. */
public final class Checkout {
  private final YearMonth today;

  /** Makes a checkout that checks cards against that month. */
  public Checkout(YearMonth today) {
    this.today = today;
  }

  /**
   * Takes the price of a cart from a card.
   *
   * @throws CardDeclinedException when the card has expired
   */
  public Receipt pay(String customer, Cart cart, Discount discount, Card card) {
    UUID id = Sessions.open(customer);
    Session session = Sessions.get(id);
    session.log("cart of " + cart.size());
    if (card.expiredIn(today)) {
      throw new CardDeclinedException("The card of " + customer + " has expired");
    }
    Receipt receipt = new Receipt(session.customer(), discount.applyTo(cart.total()));
    Sessions.close(id);
    return receipt;
  }
}
