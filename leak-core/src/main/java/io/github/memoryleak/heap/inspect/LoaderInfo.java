package io.github.memoryleak.heap.inspect;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class loader.
 *
 * @param object its number in the dump, -1 for the boot loader
 * @param className its class, empty for the boot loader
 * @param name the name that it was given, or null
 * @param urls where it reads classes, as far as the dump tells
 * @param parent the object number of its parent, -1 for the boot loader
 * @param classes how many classes it defined
 * @param instances the instances of these classes
 * @param instanceBytes the own bytes of those instances
 * @param retainedBytes what the loader keeps alive, 0 for the boot loader
 * @param isReachable whether anything holds it strongly
 */
public record LoaderInfo(
    int object,
    String className,
    @Nullable String name,
    List<String> urls,
    int parent,
    int classes,
    long instances,
    long instanceBytes,
    long retainedBytes,
    boolean isReachable) {
  static final Comparator<LoaderInfo> LARGEST_FIRST =
      Comparator.comparingLong(LoaderInfo::retainedBytes)
          .thenComparing(LoaderInfo::instanceBytes)
          .reversed()
          .thenComparing(LoaderInfo::object);

  /** Copies the list. */
  public LoaderInfo {
    urls = List.copyOf(urls);
  }
}
