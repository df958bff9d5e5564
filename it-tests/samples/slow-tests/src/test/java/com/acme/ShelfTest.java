package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ShelfTest {
  private static final List<Shelf> SHELVES = new ArrayList<>();

  static final class Shelf {}

  @BeforeAll
  static void build() {
    SHELVES.add(new Shelf());
  }

  @Test
  void has_stock() throws InterruptedException {
    assertEquals(7, Warehouse.stock());
  }

  @Test
  void still_has_stock() throws InterruptedException {
    assertEquals(7, Warehouse.stock());
  }

  @Test
  void has_stock_after_a_while() throws InterruptedException {
    Warehouse.stock();
    assertEquals(7, Warehouse.stock());
  }
}
