package com.acme.shop;

/**
 * What the shop sells.
 *
 * @param name the name on the shelf
 * @param cents the price in cents
 */
public record Product(String name, int cents) {
  /** Checks the price. */
  public Product {
    if (cents < 0) {
      throw new IllegalArgumentException("The price of " + name + " is negative: " + cents);
    }
  }
}
