package com.acme;

import java.util.ArrayList;
import java.util.List;

/** Keeps each letter that it takes or files, and each reply. */
final class Desk {
  private static final List<Letter> LETTERS = new ArrayList<>();
  private static final List<Letter> DRAWER = new ArrayList<>();
  private static final List<Reply> REPLIES = new ArrayList<>();

  record Letter(String text) {}

  record Reply(String text) {}

  private Desk() {}

  static int take(String text) {
    LETTERS.add(new Letter(text));
    return text.length();
  }

  static int file(String text) {
    DRAWER.add(new Letter(text));
    return text.length();
  }

  static int reply(String text) {
    REPLIES.add(new Reply(text));
    return text.length();
  }
}
