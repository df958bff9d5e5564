package com.acme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SearchesTest {
  @Test
  void remembers() {
    assertTrue(Searches.remember("shoes") > 0);
  }
}
