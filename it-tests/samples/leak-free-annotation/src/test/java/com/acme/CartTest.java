package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.junit.jupiter.AllowLeak;
import io.github.memoryleak.junit.jupiter.LeakFree;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CartTest {
  private static final List<Item> SOLD = new ArrayList<>();

  record Item(String name) {}

  private static Item sell(String name) {
    Item item = new Item(name);
    SOLD.add(item);
    return item;
  }

  @Test
  @LeakFree
  void makes_an_item() {
    assertEquals("bolt", new Item("bolt").name());
  }

  @Test
  @LeakFree
  void sells_an_item() {
    assertEquals("bolt", sell("bolt").name());
  }

  @Test
  @LeakFree
  @AllowLeak(kind = Kind.HEAP, type = "*CartTest$Item", reason = "SHOP-12", until = "2099-12-31")
  void sells_what_may_stay() {
    assertEquals("nut", sell("nut").name());
  }
}
