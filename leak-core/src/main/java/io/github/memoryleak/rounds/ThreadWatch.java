package io.github.memoryleak.rounds;

import io.github.memoryleak.census.ForeignThreads;
import io.github.memoryleak.census.LiveThreads;
import io.github.memoryleak.finding.ThreadTrace;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The threads of a measurement: those that were there before it, and those that came and stay. */
public final class ThreadWatch {
  private static final long FIRST_PAUSE_MILLIS = 1;
  private static final long LONGEST_PAUSE_MILLIS = 50;

  private final long[] before;

  private ThreadWatch(long[] before) {
    this.before = before;
  }

  /** {@return a watch that knows the threads that are alive now} */
  public static ThreadWatch start() {
    long[] ids = Arrays.stream(LiveThreads.all()).mapToLong(ThreadWatch::id).sorted().toArray();
    return new ThreadWatch(ids);
  }

  /** {@return the live threads that were not there at the start, with their stacks} */
  public List<ThreadTrace> newThreads() {
    return newOnes().map(ThreadWatch::trace).toList();
  }

  /** {@return how many new threads may end by themselves: they do not wait for good} */
  long endingCount() {
    return newOnes().map(ThreadWatch::trace).filter(t -> !PoolShape.waitsForGood(t)).count();
  }

  /**
   * Waits until no new thread is left that may end by itself, polling, and ends early.
   *
   * @param patience the longest wait
   */
  void awaitEnds(Duration patience) {
    await(() -> endingCount() == 0, patience);
  }

  /** {@return how many live threads are not judged, by whose they are} */
  public static Map<String, Integer> foreign() {
    return ForeignThreads.count();
  }

  /**
   * Waits until no more than so many threads are alive, polling, and ends early.
   *
   * @param level the number of threads to wait for
   * @param patience the longest wait
   * @return whether the level was reached
   */
  public static boolean awaitLevel(long level, Duration patience) {
    return await(() -> LiveThreads.count() <= level, patience);
  }

  /**
   * On a busy machine other threads wait for a processor as this one does; so not only time must
   * have passed, but as many turns of this thread as it would have had otherwise.
   */
  static boolean await(BooleanSupplier reached, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    long pause = FIRST_PAUSE_MILLIS;
    long turns = patience.toMillis() / LONGEST_PAUSE_MILLIS;
    while (!reached.getAsBoolean()) {
      boolean over = System.nanoTime() - end >= 0 && turns <= 0;
      if (over || !pause(pause)) {
        return false;
      }
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
      turns--;
    }
    return true;
  }

  /**
   * Sleeps.
   *
   * @param millis how long
   * @return false when interrupted; the interrupt stays set
   */
  public static boolean pause(long millis) {
    try {
      Thread.sleep(millis);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Stream<Thread> newOnes() {
    return Arrays.stream(LiveThreads.all())
        .filter(t -> t != Thread.currentThread() && !ForeignThreads.contains(t))
        .filter(t -> Arrays.binarySearch(before, id(t)) < 0);
  }

  private static ThreadTrace trace(Thread thread) {
    List<String> stack = Arrays.stream(thread.getStackTrace()).map(ThreadTrace::text).toList();
    return new ThreadTrace(
        thread.getName(),
        thread.getClass().getName(),
        thread.getState().name(),
        thread.isDaemon(),
        stack);
  }

  @SuppressWarnings("deprecation") // threadId() came with JDK 19.
  private static long id(Thread thread) {
    return thread.getId();
  }
}
