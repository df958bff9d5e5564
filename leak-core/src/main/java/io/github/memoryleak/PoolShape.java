package io.github.memoryleak;

import io.github.memoryleak.finding.ThreadTrace;
import java.util.List;

/** Tells by its stack what a thread waits for. */
final class PoolShape {
  private static final String EXECUTOR_IDLE = "java.util.concurrent.ThreadPoolExecutor.getTask(";
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
  static boolean isIdleWorker(ThreadTrace thread) {
    return has(thread, EXECUTOR_IDLE) || isIdleForkJoinWorker(thread);
  }

  private static boolean isIdleForkJoinWorker(ThreadTrace thread) {
    List<String> stack = thread.stack();
    boolean parked = !stack.isEmpty() && stack.get(0).contains("Unsafe.park(");
    return parked
        && FORK_JOIN_IDLE.stream().anyMatch(f -> has(thread, f))
        && stack.stream().noneMatch(f -> f.contains("ForkJoinTask.doExec("));
  }

  private static boolean has(ThreadTrace thread, String frame) {
    return thread.stack().stream().anyMatch(f -> frameOf(f).startsWith(frame));
  }

  /** A frame prints as {@code java.base@17/java.lang.Thread.run(Thread.java:1)}. */
  private static String frameOf(String element) {
    int slash = element.indexOf('/');
    int parenthesis = element.indexOf('(');
    return slash >= 0 && slash < parenthesis ? element.substring(slash + 1) : element;
  }
}
