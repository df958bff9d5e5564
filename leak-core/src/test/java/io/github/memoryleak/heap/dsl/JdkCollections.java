package io.github.memoryleak.heap.dsl;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes lists, sets and queues. */
public final class JdkCollections {
  private static final int DEFAULT_CAPACITY = 10;

  private final Dump dump;
  private final Jdk jdk;

  JdkCollections(Dump dump, Jdk jdk) {
    this.dump = dump;
    this.jdk = jdk;
  }

  /** {@return a list with the capacity that {@code add} gives it} */
  public DumpInstance arrayList(@Nullable DumpObject... elements) {
    int capacity = DEFAULT_CAPACITY;
    while (capacity < elements.length) {
      capacity += capacity >> 1;
    }
    return arrayListOf(capacity, elements);
  }

  /** {@return a list with that capacity} */
  public DumpInstance arrayListOf(int capacity, @Nullable DumpObject... elements) {
    return jdk.instance("java.util.ArrayList")
        .set("elementData", slots(capacity, elements))
        .set("size", elements.length)
        .set("modCount", elements.length);
  }

  /** {@return a list of nodes that know both neighbours} */
  public DumpInstance linkedList(@Nullable DumpObject... elements) {
    DumpInstance list = jdk.instance("java.util.LinkedList").set("size", elements.length);
    DumpInstance last = null;
    for (DumpObject element : elements) {
      DumpInstance node = jdk.instance("java.util.LinkedList$Node").set("item", element);
      node.set("prev", last);
      if (last == null) {
        list.set("first", node);
      } else {
        last.set("next", node);
      }
      last = node;
    }
    return list.set("last", last);
  }

  /** {@return a ring of slots, one of them free} */
  public DumpInstance arrayDeque(DumpObject... elements) {
    int capacity = Math.max(16, elements.length) + 1;
    return jdk.instance("java.util.ArrayDeque")
        .set("elements", slots(capacity, elements))
        .set("tail", elements.length);
  }

  /** {@return a heap in an array, in the order given} */
  public DumpInstance priorityQueue(DumpObject... elements) {
    return jdk.instance("java.util.PriorityQueue")
        .set("queue", slots(Math.max(11, elements.length), elements))
        .set("size", elements.length);
  }

  /** {@return a list without a free slot} */
  public DumpInstance copyOnWriteArrayList(@Nullable DumpObject... elements) {
    return jdk.instance("java.util.concurrent.CopyOnWriteArrayList")
        .set("lock", dump.instance(dump.objectClass()))
        .set("array", slots(elements.length, elements));
  }

  /** {@return a set over a {@code HashMap} whose values are one object} */
  public DumpInstance hashSet(DumpObject... elements) {
    return jdk.instance("java.util.HashSet").set("map", jdk.maps().hashMap(present(elements)));
  }

  /** {@return a set over a {@code LinkedHashMap}} */
  public DumpInstance linkedHashSet(DumpObject... elements) {
    DumpInstance map = jdk.maps().linkedHashMap(present(elements));
    return jdk.instance("java.util.LinkedHashSet").set("map", map);
  }

  private @Nullable DumpObject[] present(DumpObject... elements) {
    DumpInstance present = dump.instance(dump.objectClass());
    return Arrays.stream(elements)
        .flatMap(element -> Arrays.stream(new DumpObject[] {element, present}))
        .toArray(DumpObject[]::new);
  }

  private DumpArray slots(int capacity, @Nullable DumpObject... elements) {
    DumpArray slots = dump.array(dump.objectClass(), capacity);
    for (int i = 0; i < elements.length; i++) {
      slots.set(i, elements[i]);
    }
    return slots;
  }
}
