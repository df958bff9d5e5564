package com.acme;

/** One buffer for the whole program, and nobody ever empties it. */
final class Journal {
  private static final StringBuilder LINES = new StringBuilder();

  private Journal() {}

  static int write(String line) {
    int start = LINES.length();
    LINES.append(line).append('\n');
    return LINES.length() - start;
  }
}
