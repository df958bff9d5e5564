package com.acme;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A price for each request, for good: the key is another one each time. */
final class BadCache {
  private static final Map<Object, Double> PRICES = new ConcurrentHashMap<>();

  static double price(Object request) {
    return PRICES.computeIfAbsent(request, r -> Math.random());
  }
}
