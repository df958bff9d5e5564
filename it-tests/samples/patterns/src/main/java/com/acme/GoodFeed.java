package com.acme;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The pool belongs to an object that is closed, and is shut down with it. */
final class GoodFeed implements AutoCloseable {
  private final ExecutorService pool = Executors.newFixedThreadPool(1);

  Future<Integer> price() {
    return pool.submit(() -> 42);
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
