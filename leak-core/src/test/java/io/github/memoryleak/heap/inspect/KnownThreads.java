package io.github.memoryleak.heap.inspect;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A waiting thread, and a class loaded three times: what a dumped JVM holds. */
final class KnownThreads {
  static final String NAME = "known-waiter";
  static final ThreadLocal<long[]> CONTEXT = new ThreadLocal<>();
  static final List<Object> LOADED = new ArrayList<>();

  private KnownThreads() {}

  /** What the loaders load. */
  public static final class Loaded {}

  /** Starts the thread, fills the list, and dumps the heap of the JVM that it runs in. */
  public static void main(String[] args) throws Exception {
    CountDownLatch waits = new CountDownLatch(1);
    Object monitor = new Object();
    Thread thread = new Thread(() -> hold(monitor, waits), NAME);
    thread.setDaemon(true);
    thread.start();
    waits.await();
    LOADED.add(new Loaded());
    LOADED.add(loaded("first"));
    LOADED.add(loaded("second"));
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    DumpingChild.dumpTo(args[0]);
  }

  private static void hold(Object monitor, CountDownLatch waits) {
    byte[] held = new byte[12_000];
    CONTEXT.set(new long[100]);
    synchronized (monitor) {
      waits.countDown();
      try {
        monitor.wait();
      } catch (InterruptedException e) {
        held[0] = 1;
      }
    }
    CONTEXT.get()[0] = held[0];
  }

  private static Object loaded(String name) throws IOException, ReflectiveOperationException {
    URL[] urls = {DumpingChild.testClasses().toUri().toURL()};
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    return new URLClassLoader(name, urls, platform)
        .loadClass(Loaded.class.getName())
        .getConstructor()
        .newInstance();
  }
}
