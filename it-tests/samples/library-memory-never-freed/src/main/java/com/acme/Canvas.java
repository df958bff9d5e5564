package com.acme;

import com.sun.jna.Native;
import com.sun.jna.Pointer;

/** Paints in memory of the C library, and never gives it back. */
final class Canvas {
  private static final int BYTES = 64 * 1024;

  private Canvas() {}

  static int paint(int colour) {
    Pointer pixels = new Pointer(Native.malloc(BYTES));
    pixels.setMemory(0, BYTES, (byte) colour);
    return pixels.getByte(BYTES - 1);
  }
}
