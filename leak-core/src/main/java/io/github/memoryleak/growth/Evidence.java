package io.github.memoryleak.growth;

import java.time.Duration;

/**
 * How many loops of steady growth prove a leak.
 *
 * <p>A bounded cache grows by one entry a loop until it is full, and a short look cannot tell it
 * from a leak; a hundred loops can for most, a thousand for nearly all. Cheap tests get a thousand;
 * the dearer a loop, the fewer are asked for.
 */
public final class Evidence {
  private static final int[] LOOPS = {1000, 250, 120, 60, 30, 14, 7};
  private static final int[] SECONDS = {0, 3, 5, 8, 15, 30, 45};
  private static final int[] THREAD_LOOPS = {60, 24, 12};
  private static final int[] THREAD_SECONDS = {0, 10, 15};

  private Evidence() {}

  /**
   * {@return whether it is enough}
   *
   * @param loops measured loops of the subject
   * @param spent time spent on them
   */
  public static boolean isEnough(long loops, Duration spent) {
    return isEnough(LOOPS, SECONDS, loops, spent);
  }

  /**
   * {@return whether it is enough for threads: they are counted without noise, and a thousand of
   * them would stop the machine}
   *
   * @param loops measured loops of the subject
   * @param spent time spent on them
   */
  public static boolean isEnoughForThreads(long loops, Duration spent) {
    return isEnough(THREAD_LOOPS, THREAD_SECONDS, loops, spent);
  }

  private static boolean isEnough(int[] needed, int[] seconds, long loops, Duration spent) {
    for (int i = 0; i < needed.length; i++) {
      if (loops >= needed[i] && spent.toMillis() >= 1000L * seconds[i]) {
        return true;
      }
    }
    return false;
  }

  /**
   * {@return whether it is the least that may prove anything: for subjects that cannot be run more
   * often}
   *
   * @param loops measured loops of the subject
   */
  public static boolean isLeast(long loops) {
    return loops >= LOOPS[LOOPS.length - 1];
  }
}
