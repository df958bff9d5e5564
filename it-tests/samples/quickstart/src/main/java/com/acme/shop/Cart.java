package com.acme.shop;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a customer is about to buy. */
public final class Cart {
  private final Map<Product, Integer> pieces = new LinkedHashMap<>();

  /** Adds pieces of a product. */
  public void add(Product product, int count) {
    pieces.merge(product, count, Integer::sum);
  }

  /** {@return the sum of all prices, in cents} */
  public int total() {
    return pieces.entrySet().stream().mapToInt(e -> e.getKey().cents() * e.getValue()).sum();
  }

  /** {@return how many pieces there are in all} */
  public int size() {
    return pieces.values().stream().mapToInt(Integer::intValue).sum();
  }
}
