package io.github.memoryleak.census;

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
    return thread.getClass().getName() + " " + namePattern(thread.getName());
  }

  /**
   * {@return the name with each run of digits, or of eight and more hexadecimal digits with a digit
   * among them, as {@code %d}}
   *
   * @param name a thread's name
   */
  public static String namePattern(String name) {
    StringBuilder pattern = new StringBuilder(name.length());
    int i = 0;
    while (i < name.length()) {
      int end = numberEnd(name, i);
      if (end > i) {
        pattern.append("%d");
        i = end;
      } else {
        pattern.append(name.charAt(i++));
      }
    }
    return pattern.toString();
  }

  private static int numberEnd(String name, int from) {
    int hex = from;
    int decimal = from;
    boolean digit = false;
    boolean letter = false;
    for (; hex < name.length() && isHex(name.charAt(hex)); hex++) {
      boolean isDigit = Character.isDigit(name.charAt(hex));
      digit |= isDigit;
      letter |= !isDigit;
      if (!letter) {
        decimal = hex + 1;
      }
    }
    return digit && letter && hex - from >= 8 ? hex : decimal;
  }

  private static boolean isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
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
