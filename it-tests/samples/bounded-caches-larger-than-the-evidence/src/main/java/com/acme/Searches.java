package com.acme;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers five thousand searches. */
final class Searches {
  private static final int LIMIT = 5000;
  private static final Map<Integer, StringBuilder> RECENT =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, StringBuilder> eldest) {
          return size() > LIMIT;
        }
      };
  private static int number;

  private Searches() {}

  static int remember(String text) {
    RECENT.put(number++, new StringBuilder(text));
    return RECENT.size();
  }
}
