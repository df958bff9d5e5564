package com.acme;

/** Joins words. */
final class Words {
  private Words() {}

  static int lengthOfAll(String[] words) {
    char[] all = new char[1000];
    int length = 0;
    for (String word : words) {
      word.getChars(0, word.length(), all, length);
      length += word.length();
    }
    return length + all[0];
  }
}
