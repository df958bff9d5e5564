package io.github.memoryleak.heap.analysis;

import io.github.memoryleak.heap.inspect.ClassTotal;
import java.util.Comparator;
import java.util.Locale;

/** By what classes are ordered; the names are those that profiles have for it. */
public enum SampleIndex {
  /** The bytes in use. */
  INUSE_SPACE,
  /** The objects in use. */
  INUSE_OBJECTS;

  /** {@return the order of classes, the first one first} */
  public Comparator<ClassTotal> order() {
    Comparator<ClassTotal> space =
        Comparator.comparingLong(ClassTotal::shallowBytes)
            .thenComparingLong(ClassTotal::objects)
            .reversed();
    Comparator<ClassTotal> objects =
        Comparator.comparingLong(ClassTotal::objects)
            .thenComparingLong(ClassTotal::shallowBytes)
            .reversed();
    return (this == INUSE_SPACE ? space : objects).thenComparing(ClassTotal::className);
  }

  /** {@return the name as it is written} */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
