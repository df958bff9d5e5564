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
 * @param family the class that it is or belongs to
 */
record Unit(String id, String name, List<Unit> tests, Family family) {
  Unit {
    tests = List.copyOf(tests);
  }

  /**
   * A top-level class.
   *
   * @param id its unique id
   * @param tests how many tests it has, whether they are run or not
   */
  record Family(String id, int tests) {}

  /** {@return this unit without some tests} */
  Unit without(Set<String> ids) {
    return new Unit(id, name, tests.stream().filter(t -> !ids.contains(t.id())).toList(), family);
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
