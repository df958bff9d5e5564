package com.acme;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A cache without an eviction, keyed by what never comes again. */
final class QuoteCache {
  private static final Map<Long, Quote> QUOTES = new ConcurrentHashMap<>();
  private static final AtomicLong NUMBERS = new AtomicLong();

  private QuoteCache() {}

  static Quote quote(int cents) {
    return QUOTES.computeIfAbsent(NUMBERS.incrementAndGet(), n -> new Quote(n, cents));
  }
}
