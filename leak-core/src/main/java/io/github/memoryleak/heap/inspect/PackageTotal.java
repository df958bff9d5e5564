package io.github.memoryleak.heap.inspect;

import java.util.Comparator;

/**
 * The objects whose classes are in one package.
 *
 * @param packageName the package, empty for the default package and for arrays of primitives
 * @param objects how many
 * @param shallowBytes their own bytes
 * @param retainedBytes the bytes that would go with them
 */
public record PackageTotal(
    String packageName, long objects, long shallowBytes, long retainedBytes) {
  static final Comparator<PackageTotal> LARGEST_FIRST =
      Comparator.comparingLong(PackageTotal::retainedBytes)
          .reversed()
          .thenComparing(PackageTotal::packageName);
}
