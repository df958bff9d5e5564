package com.acme;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Keeps the buffer of each frame outside the heap. */
final class Frames {
  private static final List<ByteBuffer> SENT = new ArrayList<>();
  private static final int SIZE = 64 * 1024;

  private Frames() {}

  static int send(byte value) {
    ByteBuffer frame = ByteBuffer.allocateDirect(SIZE).put(value);
    SENT.add(frame);
    return frame.position();
  }
}
