package io.github.memoryleak;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The daemon thread that takes a tracker's samples, from one enabling to the next disabling.
 *
 * <p>It knows its tracker by a weak reference only, and spends the time between two samples waiting
 * at that reference's queue. {@link #requestEnd} puts the reference there by hand; the garbage
 * collector does the same when a tracker was abandoned without {@link ResourceTracker#close}.
 * Either wakes the thread at once, and it ends.
 */
final class Sampler extends Thread {
  /** Far beyond what one sample takes; a bound for the case that the JVM is in deep trouble. */
  private static final Duration LONGEST_END = Duration.ofSeconds(10);

  private static final AtomicInteger STARTED = new AtomicInteger();

  private final ReferenceQueue<ResourceTracker> queue = new ReferenceQueue<>();
  private final WeakReference<ResourceTracker> tracker;
  private final long intervalMillis;
  private @Nullable Sampler predecessor;

  /**
   * Prepares the thread; the caller starts it.
   *
   * @param tracker gets a call of {@link ResourceTracker#sample} per interval
   * @param interval from sample to sample
   * @param predecessor a sampler that was told to end but may not have ended, and is waited for by
   *     this thread: so two never sample at a time, and the end of one implies the other's
   */
  Sampler(ResourceTracker tracker, Duration interval, @Nullable Sampler predecessor) {
    super(null, null, "resource-tracker-sampler-" + STARTED.incrementAndGet(), 0, false);
    this.tracker = new WeakReference<>(tracker, queue);
    this.intervalMillis = interval.toMillis();
    this.predecessor = predecessor;
    setDaemon(true);
    // Inherited, it would keep the creator's class loader alive.
    setContextClassLoader(null);
  }

  /** {@return whether samples are still to come} */
  boolean isSampling() {
    return tracker.get() != null && isAlive();
  }

  /** Makes the thread end soon, and does not wait for it. */
  void requestEnd() {
    tracker.enqueue();
  }

  /**
   * Waits for the thread's end. An interrupt neither ends the wait nor is it lost. A sampler never
   * waits, neither for itself nor for a successor that waits for it.
   */
  void awaitEnd() {
    if (Thread.currentThread() instanceof Sampler) {
      return;
    }
    boolean interrupted = false;
    long deadline = System.nanoTime() + LONGEST_END.toNanos();
    long left = LONGEST_END.toNanos();
    while (left > 0 && isAlive()) {
      try {
        TimeUnit.NANOSECONDS.timedJoin(this, left);
      } catch (InterruptedException e) {
        interrupted = true;
      }
      left = deadline - System.nanoTime();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void run() {
    try {
      awaitPredecessor();
      while (queue.remove(intervalMillis) == null) {
        sample();
      }
    } catch (InterruptedException e) {
      // Nobody here interrupts this thread: whoever does wants it gone.
    }
  }

  private void awaitPredecessor() throws InterruptedException {
    if (predecessor != null) {
      predecessor.join();
      predecessor = null;
    }
  }

  /** A method of its own, so that no frame refers to the tracker between samples. */
  private void sample() {
    ResourceTracker target = tracker.get();
    if (target != null) {
      target.sample();
    }
  }
}
