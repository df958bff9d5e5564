package com.acme;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Everything that it keeps becomes larger; the number of objects hardly changes. */
final class Ledger {
  private static final List<String> STATES = new ArrayList<>();
  private static final List<long[]> PAGES = new ArrayList<>();
  private static String text = "";
  private static long[] sums = new long[4];
  private static ByteBuffer buffer = ByteBuffer.allocateDirect(64);
  private static int booked;
  private static int opened;

  private Ledger() {}

  static void note() {
    STATES.add("PAID");
  }

  static void append() {
    text += "an order of customer 4711 was paid";
  }

  static void sum() {
    if (booked == sums.length) {
      sums = Arrays.copyOf(sums, 2 * booked);
    }
    sums[booked++] = booked;
  }

  static void enlarge() {
    buffer = ByteBuffer.allocateDirect(buffer.capacity() + 64);
  }

  static void page() {
    if (opened++ % 10 == 0) {
      PAGES.add(new long[100]);
    }
  }
}
