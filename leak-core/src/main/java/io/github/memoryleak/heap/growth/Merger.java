package io.github.memoryleak.heap.growth;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Makes one finding of the accumulations that have the same holder, or hold the same objects. */
final class Merger {
  private static final double MOST_OF_IT = 0.8;
  private static final int MOST_TYPES = 1000;

  private final Trees trees;
  private final GroupTable table;
  private final Accumulations found;
  private final CrossReferences cross;
  private final Function<List<BitSet>, long[]> together;
  private final Bounds bounds;
  private final PathText text;
  private final int[] mergedInto;
  private final int[] named;

  Merger(Trees trees, Names names, Accumulations found, Held held) {
    this.trees = trees;
    this.found = found;
    cross = held.cross();
    together = held.together();
    bounds = held.bounds();
    table = trees.last();
    text = new PathText(table, names);
    mergedInto = new int[found.tops().size()];
    named = new int[mergedInto.length];
    merge();
  }

  /**
   * What accumulations hold.
   *
   * @param cross references between them
   * @param together bytes that sets of groups retain, each together
   * @param bounds signs that there is a limit to them
   */
  record Held(CrossReferences cross, Function<List<BitSet>, long[]> together, Bounds bounds) {}

  List<GrownHolder> holders() {
    List<Map<String, Growth>> types = typeGrowth();
    List<Integer> kept =
        IntStream.range(0, mergedInto.length).filter(i -> mergedInto[i] == i).boxed().toList();
    long[] retained = together.apply(kept.stream().map(this::merged).toList());
    List<GrownHolder> holders = new ArrayList<>();
    for (int i = 0; i < retained.length; i++) {
      holders.add(holder(kept.get(i), types.get(kept.get(i)), retained[i]));
    }
    return holders;
  }

  /** The accumulation with most bytes stays; they are in that order. */
  private void merge() {
    for (int i = 0; i < mergedInto.length; i++) {
      mergedInto[i] = i;
      named[i] = i;
      for (int earlier = 0; earlier < i && mergedInto[i] == i; earlier++) {
        if (mergedInto[earlier] == earlier && isSame(earlier, i)) {
          mergedInto[i] = earlier;
          named[earlier] = dependsOn(named[earlier], i) ? i : named[earlier];
        }
      }
    }
  }

  /** Entries of a map with weak keys stay as long as somebody else holds the keys. */
  private boolean dependsOn(int entries, int keys) {
    return cross.weak(entries, keys) >= MOST_OF_IT * growth(keys)
        && cross.count(entries, keys) == cross.weak(entries, keys)
        && cross.count(keys, entries) == 0;
  }

  private boolean isSame(int first, int second) {
    return isSamePlace(top(first), top(second))
        || text.holder(top(first)).equals(text.holder(top(second)))
        || cross.count(second, first) >= MOST_OF_IT * growth(second)
        || cross.count(first, second) >= MOST_OF_IT * growth(second);
  }

  /** A chain that is entered at its head and at its tail. */
  private boolean isSamePlace(int first, int second) {
    return table.parent(first) == table.parent(second)
        && table.className(first) == table.className(second);
  }

  private int top(int index) {
    return found.tops().get(index);
  }

  private long growth(int index) {
    return Math.max(1, trees.totalGrowth(top(index)));
  }

  private GrownHolder holder(int index, Map<String, Growth> types, long retained) {
    int top = top(named[index]);
    int item = found.item(top);
    String holder = text.holder(top);
    List<String> others = new ArrayList<>();
    long shallow = 0;
    for (int i = 0; i < mergedInto.length; i++) {
      if (mergedInto[i] == index) {
        shallow += trees.treeGrowth(top(i));
        String other = text.holder(top(i));
        if (!other.equals(holder) && !others.contains(other)) {
          others.add(other);
        }
      }
    }
    return new GrownHolder(
        holder,
        text.path(item),
        text.type(item),
        trees.growth(item),
        shallow,
        retained,
        table.count(item),
        sorted(types),
        others,
        (table.flags(top) & Flag.SOFT) != 0,
        bounds(index));
  }

  /** What says of one of several accumulations that it is limited says nothing of the others. */
  private List<Bound> bounds(int index) {
    List<Bound> all = new ArrayList<>();
    boolean limited = true;
    for (int i = 0; i < mergedInto.length; i++) {
      if (mergedInto[i] == index) {
        List<Bound> found = bounds.of(top(i));
        limited &= found.stream().anyMatch(b -> b.sign() != Bound.Sign.NUMBER);
        found.stream().filter(b -> !all.contains(b)).forEach(all::add);
      }
    }
    boolean everywhere = limited;
    return all.stream().filter(b -> everywhere || b.sign() == Bound.Sign.NUMBER).toList();
  }

  private BitSet merged(int index) {
    BitSet groups = new BitSet();
    for (int i = 0; i < mergedInto.length; i++) {
      if (mergedInto[i] == index) {
        groups.set(top(i));
      }
    }
    return groups;
  }

  /** Objects and bytes of one class. */
  private static final class Growth {
    private long objects;
    private long bytes;
  }

  private List<Map<String, Growth>> typeGrowth() {
    List<Map<String, Growth>> types = new ArrayList<>();
    for (int i = 0; i < mergedInto.length; i++) {
      types.add(new HashMap<>());
    }
    for (int group = 1; group < table.size(); group++) {
      int index = found.topOf(group);
      if (index >= 0) {
        Growth growth =
            types.get(mergedInto[index]).computeIfAbsent(text.type(group), t -> new Growth());
        growth.objects += trees.totalGrowth(group);
        growth.bytes += trees.bytesGrowth(group);
      }
    }
    return types;
  }

  private static Map<String, Long> sorted(Map<String, Growth> types) {
    Map<String, Long> sorted = new LinkedHashMap<>();
    types.entrySet().stream()
        .filter(e -> e.getValue().objects > 0 || e.getValue().bytes > 0)
        .sorted(Comparator.comparingLong(e -> -e.getValue().bytes))
        .limit(MOST_TYPES)
        .forEach(e -> sorted.put(e.getKey(), e.getValue().objects));
    return sorted;
  }
}
