package io.github.memoryleak.rounds;

import io.github.memoryleak.finding.ThreadTrace;
import java.util.List;

/** Tells by its stack what a thread waits for. */
public final class PoolShape {
  private static final String EXECUTOR_IDLE = "java.util.concurrent.ThreadPoolExecutor.getTask(";
  private static final String SCHEDULED_IDLE =
      "java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue.take(";

  private static final List<String> FORK_JOIN_IDLE =
      List.of(
          "java.util.concurrent.ForkJoinPool.awaitWork(",
          "java.util.concurrent.ForkJoinPool.runWorker(");

  private PoolShape() {}

  /**
   * {@return whether the thread is a pool's worker without work}
   *
   * @param thread a live thread
   */
  public static boolean isIdleWorker(ThreadTrace thread) {
    return has(thread, EXECUTOR_IDLE) || isIdleForkJoinWorker(thread);
  }

  /**
   * {@return whether the thread waits without a time limit; a scheduled pool's worker does, though
   * it waits for the next task's time}
   *
   * @param thread a live thread
   */
  static boolean waitsForGood(ThreadTrace thread) {
    return thread.state().equals(Thread.State.WAITING.name()) || has(thread, SCHEDULED_IDLE);
  }

  private static boolean isIdleForkJoinWorker(ThreadTrace thread) {
    List<String> stack = thread.stack();
    boolean parked = !stack.isEmpty() && stack.get(0).contains("Unsafe.park(");
    return parked
        && FORK_JOIN_IDLE.stream().anyMatch(f -> has(thread, f))
        && stack.stream().noneMatch(f -> f.contains("ForkJoinTask.doExec("));
  }

  private static boolean has(ThreadTrace thread, String frame) {
    return thread.stack().stream().anyMatch(f -> f.startsWith(frame));
  }
}
