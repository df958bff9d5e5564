package io.github.memoryleak.junit;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What can be run and judged by itself: a test class, or a test in it.
 *
 * @param id the unique id in the JUnit Platform
 * @param name {@code com.acme.CartTest} or {@code com.acme.CartTest#add}
 * @param tests the tests of a class, of its nested classes too; empty for a test
 */
record Unit(String id, String name, List<Unit> tests) {
  Unit {
    tests = List.copyOf(tests);
  }

  /** {@return this unit without some tests} */
  Unit without(Set<String> ids) {
    return new Unit(id, name, tests.stream().filter(t -> !ids.contains(t.id())).toList());
  }

  /** {@return whether the id is this unit's or of something in it} */
  boolean owns(String otherId) {
    return otherId.equals(id) || otherId.startsWith(id + "/");
  }

  /** {@return the ids of the tests; its own for a test} */
  Stream<String> testIds() {
    return tests.isEmpty() ? Stream.of(id) : tests.stream().map(Unit::id);
  }
}
