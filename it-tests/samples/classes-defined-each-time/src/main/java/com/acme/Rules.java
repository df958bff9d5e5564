package com.acme;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;

/** Each rule is compiled to a class of its own, and kept. */
final class Rules {
  private static final List<Object> COMPILED = new ArrayList<>();

  private Rules() {}

  static String compile() throws IOException, ReflectiveOperationException {
    try (InputStream code = Rules.class.getResourceAsStream("Rules$Template.class")) {
      Class<?> rule =
          MethodHandles.lookup().defineHiddenClass(code.readAllBytes(), false).lookupClass();
      COMPILED.add(rule.getDeclaredConstructor().newInstance());
      return rule.getName();
    }
  }

  static final class Template {}
}
