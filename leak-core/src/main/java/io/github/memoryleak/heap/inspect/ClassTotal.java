package io.github.memoryleak.heap.inspect;

import java.util.Comparator;

/**
 * The objects of one class.
 *
 * @param className the class, or {@code class com.acme.Sessions} for a class as an object
 * @param objects how many
 * @param shallowBytes their own bytes
 * @param retainedBytes the bytes that would go with them
 */
public record ClassTotal(String className, long objects, long shallowBytes, long retainedBytes) {
  static final Comparator<ClassTotal> LARGEST_FIRST =
      Comparator.comparingLong(ClassTotal::retainedBytes)
          .reversed()
          .thenComparing(ClassTotal::className);
}
