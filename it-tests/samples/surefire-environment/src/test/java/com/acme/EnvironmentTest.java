package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EnvironmentTest {
  @Test
  void has_the_variable() {
    assertEquals("north", System.getenv("ACME_REGION"));
  }
}
