package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OtherDeskTest {
  @Test
  void takes_a_letter() {
    assertEquals(5, Desk.take("Hello"));
  }

  @Test
  void files_a_letter() {
    assertEquals(5, Desk.file("Hello"));
  }
}
