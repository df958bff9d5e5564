package io.github.memoryleak.heap.growth;

import io.github.memoryleak.heap.graph.HeapGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for limits at the owners of what grows: the objects on the path to it, from the collection
 * upwards. A cache that has not filled yet grows like a leak, but knows where it will stop.
 */
final class Bounds {
  /** Owners further away than this say nothing of what grows. */
  private static final int NEAR = 8;

  /** A place with more objects than this is no cache of the program's, but one for each of many. */
  private static final int MOST_OWNERS = 64;

  private final GroupTable table;
  private final BoundSigns signs;
  private final Map<Integer, List<Integer>> owners = new HashMap<>();

  Bounds(HeapGraph graph, Grouping grouping, List<Integer> tops) {
    table = grouping.table();
    signs = new BoundSigns(graph);
    for (int top : tops) {
      chain(top).forEach(group -> owners.put(group, new ArrayList<>()));
    }
    for (int object = 0; object < graph.objects(); object++) {
      List<Integer> found = owners.get(grouping.groupOf(object));
      if (found != null && found.size() <= MOST_OWNERS) {
        found.add(object);
      }
    }
  }

  private List<Integer> chain(int top) {
    List<Integer> chain = new ArrayList<>();
    int group = table.parent(top);
    while (group != GroupTable.ROOT && chain.size() < NEAR) {
      chain.add(group);
      group = table.parent(group);
    }
    return chain;
  }

  /**
   * {@return the signs at the owners of a group, the nearest first}
   *
   * @param top a group in which growth accumulates
   */
  List<Bound> of(int top) {
    Map<String, Bound> found = new LinkedHashMap<>();
    List<Integer> chain = chain(top);
    for (int i = 0; i < chain.size(); i++) {
      boolean inside = i + 1 < chain.size() && (table.flags(chain.get(i + 1)) & Flag.INSIDE) != 0;
      for (Bound bound : at(owners.getOrDefault(chain.get(i), List.of()), i, inside)) {
        found.putIfAbsent(bound.place(), bound);
      }
    }
    return List.copyOf(found.values());
  }

  private List<Bound> at(List<Integer> objects, int steps, boolean inside) {
    if (objects.isEmpty() || objects.size() > MOST_OWNERS) {
      return List.of();
    }
    List<Bound> sums = signs.of(objects.get(0), steps, inside);
    for (int object : objects.subList(1, objects.size())) {
      sums = added(sums, signs.of(object, steps, inside));
    }
    return sums;
  }

  /** A limit counts when every owner has it. */
  private static List<Bound> added(List<Bound> sums, List<Bound> others) {
    Map<String, Bound> byPlace = new HashMap<>();
    others.forEach(bound -> byPlace.put(bound.place(), bound));
    List<Bound> both = new ArrayList<>();
    for (Bound sum : sums) {
      Bound other = byPlace.get(sum.place());
      if (other != null) {
        both.add(sum.and(other));
      }
    }
    return both;
  }
}
