package com.acme.shop;

/** Lowers a price by so many percent, to the customer's advantage where it does not come out even. */
public enum Discount {
  /** No discount. */
  NONE(0),
  /** For those who come back. */
  REGULAR(5),
  /** Once a year. */
  SALE(25);

  private final int percent;

  Discount(int percent) {
    this.percent = percent;
  }

  /** {@return the lowered price, in cents} */
  public int applyTo(int cents) {
    return cents * (100 - percent) / 100;
  }
}
