package io.github.memoryleak.heap.inspect;

import java.util.Comparator;
import java.util.List;

/**
 * A class that several loaders defined, each for itself.
 *
 * @param className the name of the classes
 * @param loaders the object numbers of the loaders, -1 for the boot loader
 * @param instances the instances of all these classes
 */
public record DuplicateClass(String className, List<Integer> loaders, long instances) {
  static final Comparator<DuplicateClass> MOST_FIRST =
      Comparator.<DuplicateClass>comparingInt(d -> d.loaders().size())
          .reversed()
          .thenComparing(DuplicateClass::className);

  /** Copies the list. */
  public DuplicateClass {
    loaders = List.copyOf(loaders);
  }
}
