package io.github.memoryleak.heap.inspect;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up objects by class. */
final class ClassSums {
  private final Map<String, long[]> sums = new TreeMap<>();

  void add(String name, long shallowBytes, long retainedBytes) {
    long[] sum = sums.computeIfAbsent(name, n -> new long[3]);
    sum[0]++;
    sum[1] += shallowBytes;
    sum[2] += retainedBytes;
  }

  List<ClassTotal> largest(int top) {
    return sums.entrySet().stream()
        .map(e -> new ClassTotal(e.getKey(), e.getValue()[0], e.getValue()[1], e.getValue()[2]))
        .sorted(ClassTotal.LARGEST_FIRST)
        .limit(top)
        .toList();
  }
}
