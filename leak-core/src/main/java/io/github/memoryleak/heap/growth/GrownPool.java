package io.github.memoryleak.heap.growth;

import java.util.List;

/**
 * Pools of threads of which there are more in the last dump than in the first.
 *
 * @param threads class and name pattern of their threads, such as {@code java.lang.Thread
 *     pool-%d-thread-%d}
 * @param holder the field that refers to them; {@code thread} and the name pattern when nothing
 *     does but for their own threads, so that nobody can shut them down any more
 * @param path from the root to the pool
 * @param type the class of the pool
 * @param growth by how many pools they grew
 */
public record GrownPool(
    String threads, String holder, List<String> path, String type, long growth) {

  /** Copies the list. */
  public GrownPool {
    path = List.copyOf(path);
  }
}
