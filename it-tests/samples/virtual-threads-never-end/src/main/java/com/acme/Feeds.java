package com.acme;

import java.lang.reflect.Method;
import java.util.concurrent.CountDownLatch;

/** Each feed is read by a virtual thread that waits for ever; needs Java 21. */
final class Feeds {
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  private Feeds() {}

  static void follow() throws ReflectiveOperationException {
    Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
    start.invoke(null, (Runnable) Feeds::read);
  }

  static Thread readOnce() throws ReflectiveOperationException {
    Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
    return (Thread) start.invoke(null, (Runnable) () -> {});
  }

  private static void read() {
    try {
      NEVER.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
