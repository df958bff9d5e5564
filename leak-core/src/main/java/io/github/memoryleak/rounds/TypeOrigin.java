package io.github.memoryleak.rounds;

import io.github.memoryleak.census.TypeNames;
import io.github.memoryleak.finding.Owner;
import java.net.URL;
import java.util.List;
import java.util.regex.Pattern;

/** Where a class comes from, told by its class file: no class is loaded for it. */
public enum TypeOrigin {
  APPLICATION,
  TEST_CLASS,
  LIBRARY,
  COLLECTION,
  JDK,
  TEXT,
  GENERATED,
  TEST_INFRASTRUCTURE,
  COLLECTION_PART,
  ARRAY;

  private static final Pattern COLLECTIONS =
      Pattern.compile("java\\.util\\.[\\w.]*(Map|Set|List|Deque|Queue|Vector|Stack|Hashtable)");

  private static final List<String> TEST_PREFIXES =
      List.of("org.junit.", "junit.", "org.testng.", "org.opentest4j.", "org.apiguardian.");

  /**
   * {@return the origin; earlier constants say more about a leak than later ones}
   *
   * @param type a class name as in source
   */
  public static TypeOrigin of(String type) {
    if (TypeNames.isGenerated(type)) {
      return GENERATED;
    }
    if (TypeNames.isJdk(type)) {
      return ofJdk(type);
    }
    if (TEST_PREFIXES.stream().anyMatch(type::startsWith)) {
      return TEST_INFRASTRUCTURE;
    }
    return ofClassFile(type);
  }

  /** {@return whether it is a class of the program, its tests or its libraries} */
  public boolean isOfProgram() {
    return this == APPLICATION || this == TEST_CLASS || this == LIBRARY;
  }

  /** {@return whose fault a leak of such a type is, as far as the type alone tells} */
  public Owner owner() {
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
    if (type.endsWith("Node") || type.endsWith("Entry")) {
      return COLLECTION_PART;
    }
    return COLLECTIONS.matcher(type).matches() ? COLLECTION : JDK;
  }

  /** Classes of the module lie in directories, libraries in jars. */
  private static TypeOrigin ofClassFile(String type) {
    int array = type.indexOf('[');
    String element = array < 0 ? type : type.substring(0, array);
    URL file = loader().getResource(element.replace('.', '/') + ".class");
    if (file == null || !file.getProtocol().equals("file")) {
      return LIBRARY;
    }
    return file.getPath().contains("/test-classes/") ? TEST_CLASS : APPLICATION;
  }

  private static ClassLoader loader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context != null ? context : ClassLoader.getSystemClassLoader();
  }
}
