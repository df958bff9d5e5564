package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BadWindowTest {
  @Test
  void shows_an_event() throws Exception {
    BadWindow window = new BadWindow();
    Topic.publish();
    assertEquals(1, window.events());
  }
}
