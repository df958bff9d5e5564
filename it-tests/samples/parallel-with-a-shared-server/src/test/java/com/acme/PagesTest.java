package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PagesTest {
  @Test
  void shows_the_first_page() throws Exception {
    assertEquals(100_000, Server.shared().page(0));
  }
}
