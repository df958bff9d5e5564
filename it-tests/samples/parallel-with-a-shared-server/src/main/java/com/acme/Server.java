package com.acme;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Started once by the first test that needs it, and kept. */
public final class Server {
  private static Server shared;

  private final ExecutorService workers = Executors.newFixedThreadPool(4, Server::daemon);
  private final List<byte[]> pages = new ArrayList<>();

  private Server() {
    for (int i = 0; i < 4; i++) {
      workers.submit(() -> pages.size());
      pages.add(new byte[100_000]);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "server");
    thread.setDaemon(true);
    return thread;
  }

  public static synchronized Server shared() {
    if (shared == null) {
      shared = new Server();
    }
    return shared;
  }

  public int page(int number) throws Exception {
    return workers.submit(() -> pages.get(number).length).get();
  }
}
