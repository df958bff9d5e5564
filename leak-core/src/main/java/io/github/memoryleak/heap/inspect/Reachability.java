package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.hprof.HeapProgress;

/**
 * How the objects of a dump are reached; each is counted once, at the strongest.
 *
 * @param strong through ordinary references only
 * @param soft through a {@code SoftReference} at best
 * @param weak through a {@code WeakReference} at best
 * @param finalizer only because they wait to be finalized
 * @param phantom through a {@code PhantomReference} at best
 * @param unreachable by no reference in the dump; a dump lacks the JVM's own fields of classes, so
 *     their reflection data is among them
 */
public record Reachability(
    Amount strong, Amount soft, Amount weak, Amount finalizer, Amount phantom, Amount unreachable) {
  /**
   * Counts the objects of a dump.
   *
   * @param view the dump
   * @param progress told how far it is
   * @return objects and bytes by reachability
   */
  public static Reachability of(HeapView view, HeapProgress progress) {
    return new ReachabilityScan(view, progress).run();
  }
}
