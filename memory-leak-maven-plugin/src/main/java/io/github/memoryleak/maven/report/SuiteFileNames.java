package io.github.memoryleak.maven.report;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** File names for suites: safe on every file system, and each name given once. */
final class SuiteFileNames {

  static final String PREFIX = "TEST-";
  static final String SUFFIX = ".leak.xml";

  /** Leaves room for the prefix, the number and the suffix within 255 bytes. */
  private static final int MAX_LENGTH = 200;

  private final Set<String> given = new HashSet<>();

  /** A name that was not given before, not even in other upper and lower case. */
  String of(String suite) {
    String safe = suite.replaceAll("[^A-Za-z0-9._$-]", "_");
    String base = safe.substring(0, Math.min(MAX_LENGTH, safe.length()));
    String name = base;
    for (int i = 2; !given.add(name.toLowerCase(Locale.ROOT)); i++) {
      name = base + "-" + i;
    }
    return PREFIX + name + SUFFIX;
  }
}
