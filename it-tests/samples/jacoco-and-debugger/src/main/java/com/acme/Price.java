package com.acme;

public final class Price {
  private Price() {}

  public static int withTax(int cents) {
    return cents < 0 ? 0 : cents * 119 / 100;
  }
}
