package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DeskTest {
  @Test
  void draws_a_ticket() {
    assertEquals(750_250, Catalogue.size());
    assertTrue(Desk.draw() >= 0);
  }
}
