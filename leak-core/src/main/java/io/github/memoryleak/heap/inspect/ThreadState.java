package io.github.memoryleak.heap.inspect;

/** What a thread was doing when the dump was taken. */
public enum ThreadState {
  /** Not started yet. */
  NEW,
  /** Running, or ready to run. */
  RUNNABLE,
  /** Waiting to enter a monitor. */
  BLOCKED,
  /** Waiting without a time limit. */
  WAITING,
  /** Waiting with a time limit, or sleeping. */
  TIMED_WAITING,
  /** Ended. */
  TERMINATED,
  /** The dump does not say. */
  UNKNOWN;

  private static final int TERMINATED_BIT = 0x2;
  private static final int RUNNABLE_BIT = 0x4;
  private static final int WAITING_BIT = 0x10;
  private static final int TIMED_WAITING_BIT = 0x20;
  private static final int BLOCKED_BIT = 0x400;

  /** Reads the state from {@code threadStatus}, whose bits are those of JVMTI. */
  static ThreadState of(long status) {
    if (status == 0) {
      return NEW;
    }
    if ((status & RUNNABLE_BIT) != 0) {
      return RUNNABLE;
    }
    if ((status & BLOCKED_BIT) != 0) {
      return BLOCKED;
    }
    if ((status & WAITING_BIT) != 0) {
      return WAITING;
    }
    if ((status & TIMED_WAITING_BIT) != 0) {
      return TIMED_WAITING;
    }
    return (status & TERMINATED_BIT) != 0 ? TERMINATED : RUNNABLE;
  }
}
