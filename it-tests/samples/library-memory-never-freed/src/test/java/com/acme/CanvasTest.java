package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.jna.Native;
import org.junit.jupiter.api.Test;

class CanvasTest {
  @Test
  void is_painted() {
    assertEquals(7, Canvas.paint(7));
  }

  @Test
  void gives_back_what_it_takes() {
    long address = Native.malloc(64 * 1024);
    Native.free(address);
  }
}
