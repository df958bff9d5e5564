package io.github.memoryleak.junit.jupiter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The tests of a class that are measured when JUnit lets go of the class. */
@SuppressWarnings("deprecation") // Before 5.13 JUnit closes nothing else.
final class RepeatedTests implements ExtensionContext.Store.CloseableResource, AutoCloseable {
  private final Map<String, RepeatedTest> tests = new LinkedHashMap<>();

  synchronized void add(RepeatedTest test) {
    tests.put(test.id(), test);
  }

  synchronized void remove(String id) {
    tests.remove(id);
  }

  /**
   * Measures.
   *
   * @throws AssertionError when one of the tests leaks, or cannot be measured
   */
  @Override
  public void close() {
    List<String> failures = new ArrayList<>();
    for (RepeatedTest test : List.copyOf(tests.values())) {
      test.check().ifPresent(failures::add);
    }
    if (!failures.isEmpty()) {
      throw new AssertionError(String.join("\n", failures));
    }
  }
}
