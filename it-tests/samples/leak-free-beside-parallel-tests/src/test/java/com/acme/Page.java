package com.acme;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts who sees it, and keeps nothing. */
final class Page {
  private static final AtomicInteger SEEN = new AtomicInteger();

  private Page() {}

  static int seen() {
    return SEEN.get();
  }

  static int see() {
    return SEEN.incrementAndGet();
  }
}
