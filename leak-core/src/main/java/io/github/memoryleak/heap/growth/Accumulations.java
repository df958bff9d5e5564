package io.github.memoryleak.heap.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Where growth accumulates: the groups that grew although nothing above them did. What grew below
 * such a group is absorbed by it. When a group grew by bytes alone and nearly all of it happens at
 * a deeper one whose objects grew, that one is meant.
 */
final class Accumulations {
  static final int NONE = -1;
  private static final double MOST_OF_IT = 0.8;
  private static final int FASTER = 4;

  private final Trees trees;
  private final GroupTable table;
  private final Names names;
  private final GrowthOptions options;
  private final boolean[] grown;
  private final int[] topOf;
  private final List<List<Integer>> children = new ArrayList<>();
  private final List<Integer> tops = new ArrayList<>();

  Accumulations(Trees trees, Names names, GrowthOptions options) {
    this.trees = trees;
    this.names = names;
    this.options = options;
    table = trees.last();
    grown = new boolean[table.size()];
    topOf = new int[table.size()];
    Arrays.fill(topOf, NONE);
    mark();
    noteChildren();
    chooseTops();
  }

  private void mark() {
    boolean[] ignored = new boolean[table.size()];
    for (int group = 1; group < table.size(); group++) {
      ignored[group] = ignored[table.parent(group)] || isIgnored(group);
      boolean byObjects = trees.grewByObjects(group, options.minObjects());
      grown[group] = !ignored[group] && (byObjects || trees.grewByBytes(group, options.minBytes()));
    }
  }

  private boolean isIgnored(int group) {
    String name = names.name(table.className(group));
    return options.ignored().stream().anyMatch(name::startsWith);
  }

  private void noteChildren() {
    for (int group = 0; group < table.size(); group++) {
      children.add(List.of());
    }
    for (int group = 1; group < table.size(); group++) {
      if (grown[group]) {
        int parent = table.parent(group);
        if (children.get(parent).isEmpty()) {
          children.set(parent, new ArrayList<>());
        }
        children.get(parent).add(group);
      }
    }
  }

  private void chooseTops() {
    List<Integer> candidates = new ArrayList<>();
    boolean[] below = new boolean[table.size()];
    for (int group = 1; group < table.size(); group++) {
      int parent = table.parent(group);
      below[group] = below[parent] || grown[parent];
      if (grown[group] && !below[group]) {
        candidates.add(deepest(group));
      }
    }
    candidates.sort(Comparator.comparingLong(g -> -trees.treeGrowth(g)));
    Moved moved = new Moved(trees, names);
    candidates.stream().filter(g -> !moved.is(g)).limit(options.most()).forEach(tops::add);
    for (int group = 1; group < table.size(); group++) {
      int own = tops.indexOf(group);
      topOf[group] = own >= 0 ? own : topOf[table.parent(group)];
    }
    for (int i = 0; i < tops.size(); i++) {
      includeAbove(i);
    }
  }

  /** An array that is made anew for each element it gets grows with them. */
  private void includeAbove(int top) {
    int group = table.parent(tops.get(top));
    while (topOf[group] == NONE && (grown[group] || isGrowingTable(group))) {
      topOf[group] = top;
      group = table.parent(group);
    }
  }

  private boolean isGrowingTable(int group) {
    return (table.flags(group) & Flag.NODE) != 0 && trees.bytesGrowth(group) > 0;
  }

  /** Whose own objects accumulate is meant, however many parts each of them has. */
  private int deepest(int group) {
    if (trees.grewByObjects(group, options.minObjects())) {
      return group;
    }
    for (int child : children.get(group)) {
      boolean most = trees.treeGrowth(child) >= MOST_OF_IT * trees.treeGrowth(group);
      if (most && trees.totalGrowth(child) >= FASTER * Math.max(1, trees.totalGrowth(group))) {
        return deepest(child);
      }
    }
    return group;
  }

  /** {@return the groups in which growth accumulates, those with most bytes first} */
  List<Integer> tops() {
    return tops;
  }

  /** {@return the index of the accumulation to which a group belongs, or {@link #NONE}} */
  int topOf(int group) {
    return topOf[group];
  }

  /**
   * {@return the group of what people would say is accumulated: not the nodes of a map but its
   * values, or its keys when it is used as a set}
   */
  int item(int top) {
    int group = top;
    while (isWrapper(group) && !children.get(group).isEmpty()) {
      group = best(children.get(group));
    }
    return group;
  }

  private boolean isWrapper(int group) {
    return (table.flags(group) & Flag.NODE) != 0
        || names.name(table.className(group)).contains("$$Lambda");
  }

  private int best(List<Integer> groups) {
    return groups.stream()
        .max(
            Comparator.<Integer>comparingInt(g -> isValue(g) ? 1 : 0)
                .thenComparingLong(trees::treeGrowth))
        .orElseThrow();
  }

  private boolean isValue(int group) {
    return names.name(table.label(group)).endsWith(".value");
  }
}
