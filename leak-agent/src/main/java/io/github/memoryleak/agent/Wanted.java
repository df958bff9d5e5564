package io.github.memoryleak.agent;

import java.lang.reflect.Array;
import java.util.HashSet;
import java.util.Set;

/**
 * What is to be recorded.
 *
 * @param asked the names that were given
 * @param classes names of the classes that are changed: those, and what {@link Closeables} finds
 * @param arrays names of classes of arrays
 * @param lambdaHosts names of the classes whose lambdas are wanted
 * @param threads whether threads are
 * @param leastLength arrays of fewer elements are not
 */
record Wanted(
    Set<String> asked,
    Set<String> classes,
    Set<String> arrays,
    Set<String> lambdaHosts,
    boolean threads,
    int leastLength) {
  /** Where the memory of {@code sun.misc.Unsafe} and of the JDK's own code comes from. */
  static final String MEMORY = "jdk.internal.misc.Unsafe";

  /** What a class is an object of: such are noted where they are defined. */
  private static final String DEFINED = "java.lang.Class";

  private static final String CLOSEABLE = "java.lang.AutoCloseable";
  private static final String LAMBDA = "$$Lambda";

  static Wanted of(Set<String> names, boolean threads, int leastLength) {
    Set<String> classes = new HashSet<>();
    Set<String> arrays = new HashSet<>();
    Set<String> lambdaHosts = new HashSet<>();
    for (String name : names) {
      int lambda = name.indexOf(LAMBDA);
      if (lambda > 0) {
        lambdaHosts.add(name.substring(0, lambda));
      } else if (name.startsWith("[")) {
        arrays.add(name);
      } else if (!name.equals(DEFINED)) {
        classes.add(name);
      }
    }
    return new Wanted(Set.copyOf(names), classes, arrays, lambdaHosts, threads, leastLength);
  }

  /** {@return whether blocks of memory are} */
  boolean memory() {
    return classes.contains(MEMORY);
  }

  /** {@return whether classes are} */
  boolean definitions() {
    return asked.contains(DEFINED);
  }

  /** {@return whether what {@link Closeables} finds is} */
  boolean closeables() {
    return classes.contains(CLOSEABLE);
  }

  /** {@return whether the object is} */
  boolean isObject(Object object) {
    Class<?> type = object.getClass();
    if (type.isArray()) {
      return arrays.contains(type.getName()) && Array.getLength(object) >= leastLength;
    }
    return isOfClass(object, type.getName()) || isLambda(type.getName());
  }

  /**
   * A class is changed for its subclasses' sake as well, and its own objects are not to be closed.
   */
  private boolean isOfClass(Object object, String name) {
    return asked.contains(name) || (object instanceof AutoCloseable && classes.contains(name));
  }

  private boolean isLambda(String name) {
    int lambda = lambdaHosts.isEmpty() ? -1 : name.indexOf(LAMBDA);
    return lambda > 0 && lambdaHosts.contains(name.substring(0, lambda));
  }
}
