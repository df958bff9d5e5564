package com.acme;

import java.util.ArrayDeque;
import java.util.Queue;

/** Keeps every entry: another old leak. */
final class Audit {
  private static final Queue<Entry> ENTRIES = new ArrayDeque<>();

  private Audit() {}

  static int note(String text) {
    ENTRIES.add(new Entry(text));
    return text.length();
  }

  record Entry(String text) {}
}
