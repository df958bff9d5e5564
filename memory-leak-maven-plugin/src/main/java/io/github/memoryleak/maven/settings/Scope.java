package io.github.memoryleak.maven.settings;

import java.util.Locale;

/** The finest unit that is judged. */
public enum Scope {
  /** Every test method by itself. */
  TEST,
  /** Every test class. */
  CLASS,
  /** All tests of the module together. */
  SUITE;

  /**
   * {@return the scope of that name}
   *
   * @param text {@code test}, {@code class} or {@code suite}, in any case
   * @throws UserError when there is no such scope
   */
  public static Scope parse(String text) {
    for (Scope scope : values()) {
      if (scope.name().equalsIgnoreCase(text.trim())) {
        return scope;
      }
    }
    throw new UserError("leak.scope must be test, class or suite, but is '" + text + "'.");
  }

  /** {@return the name as the user writes it} */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
