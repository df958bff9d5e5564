package io.github.memoryleak.heap.inspect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers names in the order in which they are first seen. */
final class NumberedNames {
  private final List<String> names;
  private final Map<String, Integer> numbers = new HashMap<>();

  /** Adds each new name to the list. */
  NumberedNames(List<String> names) {
    this.names = names;
  }

  int of(String name) {
    return numbers.computeIfAbsent(
        name,
        n -> {
          names.add(n);
          return names.size() - 1;
        });
  }
}
