package com.acme;

import java.util.ArrayList;
import java.util.List;

/** Answers slowly, as what is far away does, and never forgets an order. */
public final class Warehouse {
  private static final List<Order> ORDERS = new ArrayList<>();
  private static final List<Return> RETURNS = new ArrayList<>();

  private Warehouse() {}

  public record Order(String article) {}

  public record Return(String article) {}

  public static int stock() throws InterruptedException {
    Thread.sleep(120);
    return 7;
  }

  public static int order(String article) throws InterruptedException {
    ORDERS.add(new Order(article));
    return stock() - 1;
  }

  public static int giveBack(String article) throws InterruptedException {
    RETURNS.add(new Return(article));
    return stock() + 1;
  }
}
