package io.github.memoryleak.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of tests without their package, where that leaves no doubt. */
final class ShortNames {

  /** A package, a class, and what follows the class. Names that are no classes stay whole. */
  private static final Pattern NAME = Pattern.compile("((?:[\\w$]+\\.)+)([\\w$]+)(#.*)?");

  private final Set<String> ambiguous;

  private ShortNames(Set<String> ambiguous) {
    this.ambiguous = ambiguous;
  }

  /** Short names among the names given here. */
  static ShortNames of(Collection<String> names) {
    Map<String, String> packages = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    for (String name : names) {
      Matcher m = NAME.matcher(name);
      if (m.matches()) {
        String other = packages.putIfAbsent(m.group(2), m.group(1));
        if (other != null && !other.equals(m.group(1))) {
          ambiguous.add(m.group(2));
        }
      }
    }
    return new ShortNames(ambiguous);
  }

  /** The simple class name and what follows it; the whole name where two classes share it. */
  String of(String name) {
    Matcher m = NAME.matcher(name);
    if (!m.matches() || ambiguous.contains(m.group(2))) {
      return name;
    }
    return m.group(3) == null ? m.group(2) : m.group(2) + m.group(3);
  }
}
