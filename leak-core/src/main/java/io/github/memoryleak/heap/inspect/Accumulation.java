package io.github.memoryleak.heap.inspect;

import java.util.List;

/**
 * Where a large retained size breaks into many small ones.
 *
 * @param object the number of the object that holds them: a collection, an array, or another object
 * @param name its class
 * @param elements its logical size when it is a collection of the JDK or an array, otherwise -1
 * @param retainedBytes what it keeps alive
 * @param holder the field that it hangs on
 * @param path the strong path to it
 * @param contents what it keeps alive by class, largest first; the entries of maps are looked
 *     through
 */
public record Accumulation(
    int object,
    String name,
    long elements,
    long retainedBytes,
    Holder holder,
    StrongPath path,
    List<ClassTotal> contents) {
  /** Copies the list. */
  public Accumulation {
    contents = List.copyOf(contents);
  }
}
