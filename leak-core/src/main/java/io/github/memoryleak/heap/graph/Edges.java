package io.github.memoryleak.heap.graph;

import org.jspecify.annotations.Nullable;

/**
 * The strong references of some objects in a row, each with its label, if wanted: the building
 * block of a compressed sparse row.
 */
final class Edges {
  private final IntChunks targets = new IntChunks();
  private final @Nullable ByteChunks labels;

  Edges(boolean labelled) {
    labels = labelled ? new ByteChunks() : null;
  }

  void add(int target, byte label) {
    targets.add(target);
    if (labels != null) {
      labels.add(label);
    }
  }

  /** {@return how many there are; more than an int can say are too many} */
  int size() {
    long size = targets.size();
    if (size > Integer.MAX_VALUE - 8) {
      throw new HeapTooLargeException(
          "the heap has more than " + Integer.MAX_VALUE + " references: that is too many");
    }
    return (int) size;
  }

  void addAll(Edges other) {
    targets.addAll(other.targets);
    if (labels != null && other.labels != null) {
      labels.addAll(other.labels);
    }
  }

  void freeze() {
    targets.freeze();
    if (labels != null) {
      labels.freeze();
    }
  }

  int target(int edge) {
    return targets.get(edge);
  }

  int label(int edge) {
    return labels == null ? Label.OTHER : labels.get(edge) & 0xff;
  }
}
