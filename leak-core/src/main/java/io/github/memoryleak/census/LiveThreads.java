package io.github.memoryleak.census;

import io.github.memoryleak.names.NamePattern;
import java.util.Arrays;

/** The platform threads that are alive. */
public final class LiveThreads {
  private static final int SPARE = 16;

  private LiveThreads() {}

  /** {@return the live threads of all groups; a new array without gaps} */
  public static Thread[] all() {
    ThreadGroup root = root();
    Thread[] threads = new Thread[root.activeCount() + SPARE];
    int count;
    while ((count = root.enumerate(threads, true)) == threads.length) {
      threads = new Thread[2 * threads.length];
    }
    return Arrays.copyOf(threads, count);
  }

  /** {@return how many threads are alive} */
  public static int count() {
    return all().length;
  }

  /**
   * {@return what threads of one kind share: the class and the name with each number as {@code %d},
   * for instance {@code java.lang.Thread pool-%d-thread-%d}}
   *
   * @param thread a thread
   */
  public static String pattern(Thread thread) {
    return thread.getClass().getName() + " " + NamePattern.of(thread.getName());
  }

  private static ThreadGroup root() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    ThreadGroup parent;
    while ((parent = group.getParent()) != null) {
      group = parent;
    }
    return group;
  }
}
