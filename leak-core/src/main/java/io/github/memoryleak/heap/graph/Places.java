package io.github.memoryleak.heap.graph;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From the rank of an address to the place of its object in the file. Nearly always both are the
 * same, or a stretch of ranks is a stretch of places; otherwise there is a table.
 */
final class Places {
  /** So many stretches are passed in less time than it takes to search among them. */
  private static final int FEW = 16;

  private final int @Nullable [] table;
  private final int[] firstRanks;
  private final int[] shifts;

  private Places(int @Nullable [] table, int[] firstRanks, int[] shifts) {
    this.table = table;
    this.firstRanks = firstRanks;
    this.shifts = shifts;
  }

  static Places of(int[] table) {
    return new Places(table, new int[0], new int[0]);
  }

  static Places of(List<Runs.Run> byAddress) {
    int[] ranks = new int[byAddress.size()];
    int[] shifts = new int[byAddress.size()];
    int rank = 0;
    for (int i = 0; i < ranks.length; i++) {
      Runs.Run run = byAddress.get(i);
      ranks[i] = rank;
      shifts[i] = (int) run.start() - rank;
      rank += (int) run.count();
    }
    return new Places(null, ranks, shifts);
  }

  int of(int rank) {
    if (table != null) {
      return table[rank];
    }
    if (firstRanks.length == 1) {
      return rank;
    }
    return rank + shifts[firstRanks.length <= FEW ? scan(rank) : search(rank)];
  }

  private int scan(int rank) {
    int found = firstRanks.length - 1;
    while (firstRanks[found] > rank) {
      found--;
    }
    return found;
  }

  private int search(int rank) {
    int found = Arrays.binarySearch(firstRanks, rank);
    return found < 0 ? -found - 2 : found;
  }
}
