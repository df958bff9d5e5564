package com.acme;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A thread for each caller, and nobody ends it. */
final class BadFeed {
  Future<Integer> price() {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    return pool.submit(() -> 42);
  }
}
