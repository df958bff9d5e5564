package io.github.memoryleak.heap.inspect;

import java.util.List;

/**
 * Objects that are reached alike: by the same fields, through objects of the same classes.
 *
 * @param field the field of the parent that leads here; {@code []} for the slots of arrays, empty
 *     at a GC root
 * @param name the class of the objects, or {@code class com.acme.Sessions} for a class itself
 * @param objects how many objects are merged here
 * @param instances how many of the instances asked for are here or below
 * @param retainedBytes what those instances keep alive
 * @param children where the paths go on, most instances first
 */
public record PathNode(
    String field,
    String name,
    long objects,
    long instances,
    long retainedBytes,
    List<PathNode> children) {
  /** Copies the list. */
  public PathNode {
    children = List.copyOf(children);
  }
}
