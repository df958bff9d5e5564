package com.acme;

import java.util.ArrayDeque;
import java.util.Deque;

/** The last twenty orders. */
final class GoodHistory {
  private static final Deque<String> ORDERS = new ArrayDeque<>();

  static synchronized void add(int number) {
    if (ORDERS.size() == 20) {
      ORDERS.removeFirst();
    }
    ORDERS.addLast("order " + number);
  }
}
