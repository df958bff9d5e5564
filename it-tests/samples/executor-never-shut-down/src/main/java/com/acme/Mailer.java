package com.acme;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Starts a pool of its own, and has no way to stop it. */
final class Mailer {
  private final ExecutorService workers = Executors.newFixedThreadPool(2);

  Future<String> send(String to) {
    return workers.submit(() -> "sent to " + to);
  }
}
