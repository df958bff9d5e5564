package com.acme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RecentSearchesTest {
  @Test
  void remembers_forty_at_most() {
    assertTrue(RecentSearches.remember("shoes") <= 40);
  }
}
