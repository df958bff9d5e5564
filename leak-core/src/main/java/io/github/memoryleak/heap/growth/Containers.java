package io.github.memoryleak.heap.growth;

import io.github.memoryleak.heap.graph.ClassTable;
import io.github.memoryleak.heap.graph.HeapClass;
import java.util.List;

/**
 * Which classes are the insides of collections: people name the field that refers to a map, not the
 * table in the map. A collection is known by the JDK's abstract class that it extends, its nodes by
 * the collection that they are nested in, so collections of libraries are known too.
 */
final class Containers {
  private static final List<String> BASES =
      List.of(
          "java.util.AbstractCollection",
          "java.util.AbstractMap",
          "java.util.Dictionary",
          "java.util.Collections",
          "java.util.Optional",
          "java.util.concurrent.CopyOnWriteArrayList",
          "java.util.concurrent.CopyOnWriteArraySet",
          "java.util.concurrent.atomic.AtomicReference",
          "java.util.concurrent.atomic.AtomicReferenceArray",
          "java.lang.AbstractStringBuilder",
          "java.util.BitSet",
          "java.io.ByteArrayOutputStream",
          "java.io.CharArrayWriter",
          "java.lang.ThreadLocal$ThreadLocalMap");

  private static final byte UNKNOWN = 0;
  private static final byte OUTSIDE = 1;
  private static final byte COLLECTION = 2;
  private static final byte NODE = 3;

  private final ClassTable classes;
  private final byte[] known;

  Containers(ClassTable classes) {
    this.classes = classes;
    known = new byte[classes.size()];
  }

  /** {@return whether instances are collections, their nodes, or arrays of references} */
  boolean isInside(int classNumber) {
    return kind(classNumber) >= COLLECTION;
  }

  /** {@return whether instances are nodes of collections, or arrays of references} */
  boolean isNode(int classNumber) {
    return kind(classNumber) == NODE;
  }

  /** {@return whether instances are nodes of collections, arrays left out} */
  boolean isNested(int classNumber) {
    return isNode(classNumber) && !classes.get(classNumber).isArray();
  }

  private byte kind(int classNumber) {
    if (known[classNumber] == UNKNOWN) {
      known[classNumber] = compute(classes.get(classNumber));
    }
    return known[classNumber];
  }

  private byte compute(HeapClass c) {
    if (c.isArray()) {
      return c.isPrimitiveArray() ? OUTSIDE : NODE;
    }
    if (BASES.stream().anyMatch(c::isSubclassOf)) {
      return COLLECTION;
    }
    return isNestedInCollection(c.name()) ? NODE : OUTSIDE;
  }

  private boolean isNestedInCollection(String name) {
    int end = name.lastIndexOf('$');
    while (end > 0) {
      String outer = name.substring(0, end);
      HeapClass around = classes.named(outer);
      boolean inside =
          BASES.contains(outer)
              || (around != null && BASES.stream().anyMatch(around::isSubclassOf));
      if (inside) {
        return true;
      }
      end = name.lastIndexOf('$', end - 1);
    }
    return false;
  }
}
