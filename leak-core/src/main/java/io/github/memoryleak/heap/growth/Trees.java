package io.github.memoryleak.heap.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The groups of the last dump beside those of the earlier ones: which are the same, and what grew.
 * A parent has a smaller number than its children, so one pass is enough for each question.
 */
final class Trees {
  private final List<GroupTable> tables;
  private final GroupTable last;
  private final int[][] same;
  private final long[] treeGrowth;

  Trees(List<GroupTable> tables) {
    this.tables = List.copyOf(tables);
    last = tables.get(tables.size() - 1);
    same = new int[tables.size()][];
    for (int i = 0; i < tables.size() - 1; i++) {
      same[i] = match(tables.get(i));
    }
    treeGrowth = new long[last.size()];
    for (int group = 1; group < last.size(); group++) {
      treeGrowth[group] = bytesGrowth(group);
    }
    for (int group = last.size() - 1; group > 0; group--) {
      treeGrowth[last.parent(group)] += treeGrowth[group];
    }
  }

  private int[] match(GroupTable earlier) {
    int[] groups = new int[last.size()];
    Arrays.fill(groups, Grouping.NONE);
    groups[GroupTable.ROOT] = GroupTable.ROOT;
    for (int group = 1; group < last.size(); group++) {
      int parent = groups[last.parent(group)];
      if (parent >= 0) {
        groups[group] = earlier.find(parent, last.label(group), last.className(group));
      }
    }
    return groups;
  }

  GroupTable first() {
    return tables.get(0);
  }

  GroupTable last() {
    return last;
  }

  /** {@return the objects of a group in each dump} */
  long count(int dump, int group) {
    if (dump == tables.size() - 1) {
      return last.count(group);
    }
    int there = same[dump][group];
    return there < 0 ? 0 : tables.get(dump).count(there);
  }

  private long bytes(int dump, int group) {
    if (dump == tables.size() - 1) {
      return last.bytes(group);
    }
    int there = same[dump][group];
    return there < 0 ? 0 : tables.get(dump).bytes(there);
  }

  /** {@return the growth in objects from each dump to the next} */
  List<Long> growth(int group) {
    List<Long> growth = new ArrayList<>();
    for (int dump = 1; dump < tables.size(); dump++) {
      growth.add(count(dump, group) - count(dump - 1, group));
    }
    return growth;
  }

  /** {@return the growth in objects from the first dump to the last} */
  long totalGrowth(int group) {
    return last.count(group) - count(0, group);
  }

  /** {@return the growth of the group's own bytes from the first dump to the last} */
  long bytesGrowth(int group) {
    return last.bytes(group) - bytes(0, group);
  }

  /** {@return the growth of the bytes of the group and all below it} */
  long treeGrowth(int group) {
    return treeGrowth[group];
  }

  boolean grewByObjects(int group, long least) {
    for (int dump = 1; dump < tables.size(); dump++) {
      if (count(dump, group) - count(dump - 1, group) < least) {
        return false;
      }
    }
    return true;
  }

  boolean grewByBytes(int group, long least) {
    for (int dump = 1; dump < tables.size(); dump++) {
      if (bytes(dump, group) - bytes(dump - 1, group) < least) {
        return false;
      }
    }
    return true;
  }
}
