package io.github.memoryleak.finding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One leak, which several subjects may show: findings of the same kind, type and fingerprint.
 *
 * @param finding the first of these findings
 * @param subjects all that show it, in the order of the report
 */
public record Leak(Finding finding, List<String> subjects) {
  /** Copies the list. */
  public Leak {
    subjects = List.copyOf(subjects);
  }

  /**
   * {@return the leaks that the findings tell of, in their order}
   *
   * @param findings what was found
   */
  static List<Leak> of(List<Finding> findings) {
    Map<List<Object>, List<Finding>> same = new LinkedHashMap<>();
    for (Finding f : findings) {
      List<Object> leak = List.of(f.kind(), f.type(), f.fingerprint());
      same.computeIfAbsent(leak, k -> new ArrayList<>()).add(f);
    }
    return same.values().stream()
        .map(l -> new Leak(l.get(0), l.stream().map(Finding::subject).distinct().toList()))
        .toList();
  }
}
