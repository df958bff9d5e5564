package io.github.memoryleak.heap.growth;

/**
 * Growth that is none: a holder that is reached over another path than before, with all that it
 * has. Of several roots at the same distance the first one counts, and their order in a dump is not
 * always the same.
 */
final class Moved {
  /** Of the growth of a path; what all paths that end alike grew by less is the same as before. */
  private static final double GROWN = 0.25;

  private final Trees trees;
  private final GroupTable last;
  private final Names names;

  Moved(Trees trees, Names names) {
    this.trees = trees;
    this.names = names;
    last = trees.last();
  }

  /**
   * {@return whether about as much was there in the first dump, below the same field of another
   * object}
   *
   * @param group a group that grew
   */
  boolean is(int group) {
    int field = field(group);
    if (last.parent(field) == GroupTable.ROOT) {
      return false;
    }
    boolean byCount = trees.totalGrowth(group) > 0;
    long grown = byCount ? trees.totalGrowth(group) : trees.bytesGrowth(group);
    long before = total(trees.first(), group, field, byCount);
    return total(last, group, field, byCount) - before < GROWN * grown;
  }

  /** The nearest step that is not the inside of a collection; else the root. */
  private int field(int group) {
    int step = group;
    while (last.parent(step) != GroupTable.ROOT
        && ((last.flags(step) & Flag.BY_INSIDE) != 0 || !isField(step))) {
      step = last.parent(step);
    }
    return step;
  }

  private boolean isField(int step) {
    return names.name(last.label(step)).indexOf('.') > 0;
  }

  private long total(GroupTable table, int group, int field, boolean byCount) {
    long total = 0;
    for (int other = 1; other < table.size(); other++) {
      if (endsAlike(table, other, group, field)) {
        total += byCount ? table.count(other) : table.bytes(other);
      }
    }
    return total;
  }

  private boolean endsAlike(GroupTable table, int other, int group, int field) {
    int there = other;
    int here = group;
    while (there != GroupTable.ROOT
        && table.label(there) == last.label(here)
        && table.className(there) == last.className(here)) {
      if (here == field) {
        return true;
      }
      there = table.parent(there);
      here = last.parent(here);
    }
    return false;
  }
}
