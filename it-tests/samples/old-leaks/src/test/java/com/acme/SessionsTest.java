package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SessionsTest {
  @Test
  void opens_a_session() {
    assertEquals("jane", Sessions.open("jane").user());
  }
}
