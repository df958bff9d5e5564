package io.github.memoryleak.heap.graph;

import org.jspecify.annotations.Nullable;

/** How a {@link java.lang.ref.Reference} refers to its referent; the strongest first. */
public enum Strength {
  /** Cleared when memory is short. */
  SOFT("java.lang.ref.SoftReference"),
  /** Cleared by the next collection. */
  WEAK("java.lang.ref.WeakReference"),
  /** Waits for {@code finalize}. */
  FINAL("java.lang.ref.FinalReference"),
  /** Is told after the end. */
  PHANTOM("java.lang.ref.PhantomReference");

  private final String className;

  Strength(String className) {
    this.className = className;
  }

  /** {@return the strength of the instances of a class; null when it is no reference class} */
  static @Nullable Strength of(HeapClass c) {
    for (Strength strength : values()) {
      if (c.isSubclassOf(strength.className)) {
        return strength;
      }
    }
    return null;
  }
}
