package com.acme;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A pool whose threads live as long as the program. */
final class Workers {
  static final ExecutorService POOL =
      Executors.newSingleThreadExecutor(
          body -> {
            Thread thread = new Thread(body, "worker");
            thread.setDaemon(true);
            return thread;
          });

  private Workers() {}
}
