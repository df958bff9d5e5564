package com.acme;

import java.util.ArrayList;
import java.util.List;

/** Every order that was ever taken. */
final class BadHistory {
  private static final List<String> ORDERS = new ArrayList<>();

  static void add(int number) {
    ORDERS.add("order " + number);
  }
}
