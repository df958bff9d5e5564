package io.github.memoryleak.agent;

import java.util.HashSet;
import java.util.Set;

/**
 * What is to be recorded.
 *
 * @param classes names of classes
 * @param arrays names of classes of arrays
 * @param lambdaHosts names of the classes whose lambdas are wanted
 * @param threads whether threads are
 */
record Wanted(Set<String> classes, Set<String> arrays, Set<String> lambdaHosts, boolean threads) {
  private static final String LAMBDA = "$$Lambda";

  static Wanted of(Set<String> names, boolean threads) {
    Set<String> classes = new HashSet<>();
    Set<String> arrays = new HashSet<>();
    Set<String> lambdaHosts = new HashSet<>();
    for (String name : names) {
      int lambda = name.indexOf(LAMBDA);
      if (lambda > 0) {
        lambdaHosts.add(name.substring(0, lambda));
      } else if (name.startsWith("[")) {
        arrays.add(name);
      } else {
        classes.add(name);
      }
    }
    return new Wanted(classes, arrays, lambdaHosts, threads);
  }

  /** {@return whether objects of the class are} */
  boolean isObject(String name) {
    return classes.contains(name) || arrays.contains(name) || isLambda(name);
  }

  private boolean isLambda(String name) {
    int lambda = lambdaHosts.isEmpty() ? -1 : name.indexOf(LAMBDA);
    return lambda > 0 && lambdaHosts.contains(name.substring(0, lambda));
  }
}
