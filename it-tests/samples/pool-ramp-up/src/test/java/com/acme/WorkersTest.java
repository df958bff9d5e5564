package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WorkersTest {
  @Test
  void squares_a_number() throws Exception {
    assertEquals(49, Workers.square(7).get());
  }
}
