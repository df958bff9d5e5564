package com.acme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Makes each service when it is first asked for. */
final class Services {
  private static final Map<String, Object> MADE = new HashMap<>();

  private Services() {}

  static Object get(String name, Supplier<Object> maker) {
    return MADE.computeIfAbsent(name, n -> maker.get());
  }

  /** Twelve services, of which each call makes one more. */
  static List<String> names() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      names.add("service " + i);
    }
    return names;
  }
}
