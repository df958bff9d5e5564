package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CartTest {
  @Test
  void sums_the_prices() {
    assertEquals(6, List.of(1, 2, 3).stream().mapToInt(Integer::intValue).sum());
  }
}
