package io.github.memoryleak;

import io.github.memoryleak.finding.Change;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.finding.ThreadTrace;
import io.github.memoryleak.report.OperationReport;
import java.util.List;

/**
 * One comparison with the baseline.
 *
 * @param operation the operation's name
 * @param heapBytes live heap at the baseline and now, in bytes
 * @param threads live threads at the baseline and now
 * @param heapLeaked whether the heap grew beyond both of its limits
 * @param threadLeaked whether there are more new threads than tolerated
 * @param growing the classes that grew, by bytes, largest first
 * @param newThreads the threads that were not there at the baseline, with their stacks
 */
public record LeakCheck(
    String operation,
    Change heapBytes,
    Change threads,
    boolean heapLeaked,
    boolean threadLeaked,
    List<GrowingType> growing,
    List<ThreadTrace> newThreads) {

  /** Copies the lists. */
  public LeakCheck {
    growing = List.copyOf(growing);
    newThreads = List.copyOf(newThreads);
  }

  /** {@return whether the heap or the threads leaked} */
  public boolean leaked() {
    return heapLeaked || threadLeaked;
  }

  /**
   * {@return the lines for people: {@code PASS ...}, or {@code LEAK DETECTED ...} and {@code THREAD
   * LEAK DETECTED ...} with the classes and threads below}
   */
  @Override
  public String toString() {
    return new OperationReport(
            operation, heapBytes, threads, heapLeaked, threadLeaked, growing, newThreads, List.of())
        .text();
  }
}
