package io.github.memoryleak.heap.inspect;

import static java.util.Map.entry;

import io.github.memoryleak.heap.graph.HeapClass;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the JDK's collections keep their size and their elements, for JDK 8 to 25.
 *
 * <p>The field names have hardly changed in that time; where they have, the reader tells by the
 * fields that are there. A subclass is laid out as its superclass. Collections that only wrap
 * another are named with the field of the inner one, which is then counted as theirs.
 */
final class CollectionLayouts {
  private static final String UTIL = "java.util.";
  private static final String CONCURRENT = "java.util.concurrent.";
  private static final String IMMUTABLE = "java.util.ImmutableCollections$";

  private static final Map<String, CollectionLayout> LAYOUTS =
      Map.ofEntries(
          entry(UTIL + "ArrayList", CollectionLayout.array(Sizes.field("size"), "elementData")),
          entry(
              UTIL + "Vector", CollectionLayout.array(Sizes.field("elementCount"), "elementData")),
          entry(UTIL + "Arrays$ArrayList", CollectionLayout.array(Sizes.length("a"), "a")),
          entry(UTIL + "LinkedList", CollectionLayout.nodes(Sizes.field("size"))),
          entry(UTIL + "ArrayDeque", CollectionLayout.array(Sizes.ring("elements"), "elements")),
          entry(UTIL + "PriorityQueue", CollectionLayout.array(Sizes.field("size"), "queue")),
          entry(UTIL + "HashMap", CollectionLayout.hash(Sizes.field("size"), "table")),
          entry(UTIL + "TreeMap", CollectionLayout.nodes(Sizes.field("size"))),
          entry(UTIL + "Hashtable", CollectionLayout.hash(Sizes.field("count"), "table")),
          entry(UTIL + "IdentityHashMap", CollectionLayout.pairs(Sizes.field("size"), "table")),
          entry(UTIL + "WeakHashMap", CollectionLayout.hash(Sizes.field("size"), "table")),
          entry(UTIL + "EnumMap", CollectionLayout.array(Sizes.field("size"), "vals")),
          entry(UTIL + "RegularEnumSet", CollectionLayout.nodes(Sizes.bits("elements"))),
          entry(UTIL + "JumboEnumSet", CollectionLayout.nodes(Sizes.field("size"))),
          entry(IMMUTABLE + "List12", CollectionLayout.nodes(Sizes.oneOrTwo("e1"))),
          entry(IMMUTABLE + "ListN", CollectionLayout.array(Sizes.length("elements"), "elements")),
          entry(IMMUTABLE + "Set12", CollectionLayout.nodes(Sizes.oneOrTwo("e1"))),
          entry(IMMUTABLE + "SetN", CollectionLayout.array(Sizes.field("size"), "elements")),
          entry(IMMUTABLE + "Map1", CollectionLayout.nodes(Sizes.constant(1))),
          entry(IMMUTABLE + "MapN", CollectionLayout.pairs(Sizes.field("size"), "table")),
          entry(
              CONCURRENT + "CopyOnWriteArrayList",
              CollectionLayout.array(Sizes.length("array"), "array")),
          entry(
              CONCURRENT + "ConcurrentHashMap",
              CollectionLayout.hash(Sizes.striped("baseCount", "counterCells"), "table")),
          entry(CONCURRENT + "ConcurrentSkipListMap", CollectionLayout.nodes(Sizes.skipList())),
          entry(CONCURRENT + "ConcurrentLinkedQueue", CollectionLayout.nodes(Sizes.chain("item"))),
          entry(CONCURRENT + "ConcurrentLinkedDeque", CollectionLayout.nodes(Sizes.chain("item"))),
          entry(CONCURRENT + "LinkedBlockingQueue", CollectionLayout.nodes(Sizes.atomic("count"))),
          entry(CONCURRENT + "LinkedBlockingDeque", CollectionLayout.nodes(Sizes.field("count"))),
          entry(
              CONCURRENT + "ArrayBlockingQueue",
              CollectionLayout.array(Sizes.field("count"), "items")),
          entry(
              CONCURRENT + "PriorityBlockingQueue",
              CollectionLayout.array(Sizes.field("size"), "queue")),
          entry(
              "java.lang.ThreadLocal$ThreadLocalMap",
              CollectionLayout.hash(Sizes.field("size"), "table")));

  private static final Map<String, String> INNER =
      Map.of(
          UTIL + "HashSet", "map",
          UTIL + "TreeSet", "m",
          UTIL + "Properties", "map",
          UTIL + "Collections$SetFromMap", "m",
          CONCURRENT + "CopyOnWriteArraySet", "al",
          CONCURRENT + "ConcurrentSkipListSet", "m");

  private final Map<Integer, Optional<CollectionLayout>> byClass = new HashMap<>();
  private final Map<Integer, String> innerByClass = new HashMap<>();

  /** The layout of a class, or null when it is no collection of the JDK. */
  @Nullable CollectionLayout of(HeapClass type) {
    return byClass
        .computeIfAbsent(type.number(), n -> Optional.ofNullable(inherited(LAYOUTS, type)))
        .orElse(null);
  }

  /** The field of the collection that a class wraps, or null when it wraps none. */
  @Nullable String innerField(HeapClass type) {
    String field =
        innerByClass.computeIfAbsent(
            type.number(),
            n -> {
              String inner = inherited(INNER, type);
              return inner == null ? "" : inner;
            });
    return field.isEmpty() ? null : field;
  }

  private static <T> @Nullable T inherited(Map<String, T> table, HeapClass type) {
    HeapClass ancestor = type;
    while (ancestor != null) {
      T found = table.get(ancestor.name());
      if (found != null) {
        return found;
      }
      ancestor = ancestor.superclass();
    }
    return null;
  }
}
