package com.acme.shop;

/** The card was not accepted. */
public final class CardDeclinedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CardDeclinedException(String message) {
    super(message);
  }
}
