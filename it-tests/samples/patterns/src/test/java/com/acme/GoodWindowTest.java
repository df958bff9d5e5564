package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GoodWindowTest {
  @Test
  void shows_an_event() throws Exception {
    try (GoodWindow window = new GoodWindow()) {
      Topic.publish();
      assertEquals(1, window.events());
    }
  }
}
