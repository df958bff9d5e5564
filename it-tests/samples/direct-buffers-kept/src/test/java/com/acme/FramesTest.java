package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FramesTest {
  @Test
  void sends_a_byte() {
    assertEquals(1, Frames.send((byte) 7));
  }
}
