package com.acme;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Eight threads, of which each task starts one more until all are there. */
final class Workers {
  private static final ExecutorService POOL =
      Executors.newFixedThreadPool(
          8,
          task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
          });

  private Workers() {}

  static Future<Integer> square(int number) {
    return POOL.submit(() -> number * number);
  }
}
