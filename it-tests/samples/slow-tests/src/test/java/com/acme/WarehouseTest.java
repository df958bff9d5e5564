package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WarehouseTest {
  @Test
  void has_stock() throws InterruptedException {
    assertEquals(7, Warehouse.stock());
  }

  @Test
  void still_has_stock() throws InterruptedException {
    assertEquals(7, Warehouse.stock());
  }

  @Test
  void takes_an_order() throws InterruptedException {
    assertEquals(6, Warehouse.order("pen"));
  }

  @Test
  void takes_another_order() throws InterruptedException {
    Warehouse.stock();
    assertEquals(6, Warehouse.order("ink"));
  }

  @Test
  void takes_something_back() throws InterruptedException {
    Warehouse.stock();
    Warehouse.stock();
    assertEquals(8, Warehouse.giveBack("pen"));
  }
}
