package com.acme;

import java.util.ArrayList;
import java.util.List;

final class Cart {
  private final List<Integer> cents = new ArrayList<>();

  void add(int price) {
    if (price < 0) {
      throw new IllegalArgumentException("A price must not be negative: " + price);
    }
    cents.add(price);
  }

  int total() {
    return cents.stream().mapToInt(Integer::intValue).sum();
  }
}
