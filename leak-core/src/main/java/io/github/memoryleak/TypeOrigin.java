package io.github.memoryleak;

import io.github.memoryleak.census.TypeNames;
import io.github.memoryleak.finding.Owner;
import java.net.URL;
import java.util.List;

/** Where a class comes from, told by its class file: no class is loaded for it. */
enum TypeOrigin {
  APPLICATION,
  LIBRARY,
  JDK,
  TEXT,
  GENERATED,
  TEST_INFRASTRUCTURE,
  COLLECTION_PART,
  ARRAY;

  private static final List<String> TEST_PREFIXES =
      List.of("org.junit.", "junit.", "org.testng.", "org.opentest4j.", "org.apiguardian.");

  /**
   * {@return the origin; earlier constants say more about a leak than later ones}
   *
   * @param type a class name as in source
   */
  static TypeOrigin of(String type) {
    if (TypeNames.isGenerated(type)) {
      return GENERATED;
    }
    if (TypeNames.isJdk(type)) {
      return ofJdk(type);
    }
    if (TEST_PREFIXES.stream().anyMatch(type::startsWith)) {
      return TEST_INFRASTRUCTURE;
    }
    return isInDirectory(type) ? APPLICATION : LIBRARY;
  }

  /** {@return whose fault a leak of such a type is, as far as the type alone tells} */
  Owner owner() {
    return switch (this) {
      case LIBRARY -> Owner.LIBRARY;
      case TEST_INFRASTRUCTURE -> Owner.TEST_INFRASTRUCTURE;
      default -> Owner.APPLICATION;
    };
  }

  private static TypeOrigin ofJdk(String type) {
    if (type.endsWith("[]")) {
      return ARRAY;
    }
    if (type.equals("java.lang.String")) {
      return TEXT;
    }
    boolean part = type.endsWith("Node") || type.endsWith("Entry");
    return part ? COLLECTION_PART : JDK;
  }

  /** Classes under test lie in directories, libraries in jars. */
  private static boolean isInDirectory(String type) {
    int array = type.indexOf('[');
    String element = array < 0 ? type : type.substring(0, array);
    URL file = loader().getResource(element.replace('.', '/') + ".class");
    return file != null && file.getProtocol().equals("file");
  }

  private static ClassLoader loader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context != null ? context : ClassLoader.getSystemClassLoader();
  }
}
