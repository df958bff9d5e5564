package com.acme;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TablesTest {
  @Test
  void adds_up() {
    assertTrue(Tables.adds(2, 3, 5));
  }

  @Test
  void does_not_add_up() {
    assertFalse(Tables.adds(2, 3, 6));
  }
}
