package com.acme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SamplesTest {
  @Test
  void adds() {
    assertTrue(Samples.add(42) > 0);
  }
}
