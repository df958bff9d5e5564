package com.acme;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Waits for prices on a thread that nobody stops. */
final class PriceFeed {
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final SynchronousQueue<Integer> prices = new SynchronousQueue<>();
  private volatile int last;

  PriceFeed() {
    Thread thread = new Thread(this::listen, "price-feed-" + NUMBERS.incrementAndGet());
    thread.setDaemon(true);
    thread.start();
  }

  private void listen() {
    try {
      while (true) {
        last = prices.take();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void offer(int cents) throws InterruptedException {
    prices.put(cents);
    while (last != cents) {
      Thread.onSpinWait();
    }
  }

  int last() {
    return last;
  }
}
