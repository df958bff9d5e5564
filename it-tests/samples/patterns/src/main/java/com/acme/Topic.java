package com.acme;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells its listeners. It lives as long as the program. */
final class Topic {
  private static final List<Runnable> LISTENERS = new CopyOnWriteArrayList<>();

  static void add(Runnable listener) {
    LISTENERS.add(listener);
  }

  static void remove(Runnable listener) {
    LISTENERS.remove(listener);
  }

  static void publish() {
    LISTENERS.forEach(Runnable::run);
  }
}
