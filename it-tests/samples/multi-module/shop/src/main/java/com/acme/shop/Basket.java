package com.acme.shop;

import com.acme.core.Price;
import java.util.ArrayList;
import java.util.List;

final class Basket {
  private final List<Price> prices = new ArrayList<>();

  void add(Price price) {
    prices.add(price);
  }

  Price total() {
    return prices.stream().reduce(new Price(0), Price::plus);
  }
}
