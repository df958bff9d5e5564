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
  private final LastSteps before;
  private final LastSteps after;

  Moved(Trees trees, Names names) {
    this.trees = trees;
    this.names = names;
    last = trees.last();
    before = new LastSteps(trees.first());
    after = new LastSteps(last);
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
    long more = total(after, group, field, byCount) - total(before, group, field, byCount);
    return more < GROWN * grown;
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
    return PathText.isField(names.name(last.label(step)));
  }

  private long total(LastSteps steps, int group, int field, boolean byCount) {
    GroupTable table = steps.table;
    long total = 0;
    int first = steps.first(last.label(group), last.className(group));
    for (int other = first; other != GroupTable.ROOT; other = steps.next[other]) {
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

  /**
   * The groups of a table by a hash of their last step: of those with many others few are alike.
   */
  private static final class LastSteps {
    private static final int MIX = 0x9E3779B9;

    private final GroupTable table;
    private final int[] heads;
    private final int[] next;

    LastSteps(GroupTable table) {
      this.table = table;
      heads = new int[Integer.highestOneBit(table.size()) * 2];
      next = new int[table.size()];
      for (int group = 1; group < next.length; group++) {
        int slot = slot(table.label(group), table.className(group));
        next[group] = heads[slot];
        heads[slot] = group;
      }
    }

    int first(int label, int className) {
      return heads[slot(label, className)];
    }

    private int slot(int label, int className) {
      int mixed = (label * 31 + className) * MIX;
      return (mixed ^ mixed >>> 16) & heads.length - 1;
    }
  }
}
