package io.github.memoryleak.names;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells the JDK's own classes from those that run on it. Libraries share some of its prefixes:
 * {@code com.sun.jna}, {@code com.sun.mail}, {@code javax.cache}. There the package decides, which
 * a module of the running JDK has or has not.
 */
public final class JdkClasses {
  private static final List<String> OWN = List.of("java.", "jdk.", "sun.");
  private static final List<String> SHARED =
      List.of("javax.", "com.sun.", "org.xml.sax.", "org.w3c.dom.");

  private static final Set<String> PACKAGES =
      ModuleLayer.boot().modules().stream()
          .filter(module -> module.getName().matches("(java|jdk)\\..*"))
          .flatMap(module -> module.getPackages().stream())
          .filter(name -> startsWithAny(name + ".", SHARED))
          .collect(Collectors.toUnmodifiableSet());

  private JdkClasses() {}

  /**
   * {@return whether a class is the JDK's}
   *
   * @param name its name as in source or as in a stack; brackets of an array may follow
   */
  public static boolean contains(String name) {
    return startsWithAny(name, OWN)
        || (startsWithAny(name, SHARED)
            && PACKAGES.contains(name.substring(0, name.lastIndexOf('.'))));
  }

  private static boolean startsWithAny(String name, List<String> prefixes) {
    return prefixes.stream().anyMatch(name::startsWith);
  }
}
