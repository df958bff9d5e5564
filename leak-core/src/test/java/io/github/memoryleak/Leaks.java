package io.github.memoryleak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Operations that leak something in each loop; what they leaked is let go at the end. */
final class Leaks implements AutoCloseable {
  private final List<Session> list = new ArrayList<>();
  private final Map<Integer, Session> map = new HashMap<>();
  private final StringBuilder text = new StringBuilder();
  private final List<Runnable> listeners = new ArrayList<>();
  private final List<ExecutorService> executors = new ArrayList<>();
  private final ExecutorService pool = Executors.newSingleThreadExecutor();

  void list() {
    list.add(new Session());
  }

  void map() {
    map.put(map.size(), new Session());
  }

  void text() {
    text.append(
        "one hundred characters and a few more for each of the loops, so that it is much "
            .repeat(2));
  }

  void listener() {
    listeners.add(new Listener());
  }

  /** The value refers to its key, so the pool's thread keeps both. */
  void threadLocal() throws Exception {
    Future<?> done = pool.submit(PerThread::new);
    done.get();
  }

  void executor() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(1);
    executors.add(executor);
    executor.submit(() -> {}).get();
  }

  @Override
  public void close() {
    pool.shutdown();
    executors.forEach(ExecutorService::shutdown);
  }

  static final class Session {}

  private static final class Listener implements Runnable {
    @Override
    public void run() {}
  }

  private static final class PerThread {
    private final ThreadLocal<PerThread> key = new ThreadLocal<>();

    PerThread() {
      key.set(this);
    }
  }
}
