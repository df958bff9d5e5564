package io.github.memoryleak.heap.inspect;

import java.util.stream.Stream;

/** Tells the JDK's own classes from those that run on it. */
final class JdkNames {
  private static final String[] PREFIXES = {"java.", "javax.", "jdk.", "sun.", "com.sun."};

  private JdkNames() {}

  static boolean isJdk(String className) {
    return Stream.of(PREFIXES).anyMatch(className::startsWith);
  }

  /** The package of a class; that of the elements for an array; empty for primitive ones. */
  static String packageOf(String className) {
    int dot = className.lastIndexOf('.');
    return dot < 0 ? "" : className.substring(0, dot);
  }
}
