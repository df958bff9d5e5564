package io.github.memoryleak.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Reads the classes and their tests out of a discovered plan, whatever the engine. */
final class UnitTree {
  private final TestPlan plan;

  private UnitTree(TestPlan plan) {
    this.plan = plan;
  }

  /**
   * {@return the top-level classes (or files, for engines that know no classes) with at least one
   * test}
   */
  static List<Unit> of(TestPlan plan) {
    UnitTree tree = new UnitTree(plan);
    List<Unit> units = new ArrayList<>();
    for (TestIdentifier engine : plan.getRoots()) {
      for (TestIdentifier top : plan.getChildren(engine)) {
        tree.add(top, units);
      }
    }
    return units;
  }

  private void add(TestIdentifier top, List<Unit> units) {
    String name = className(top).orElse(top.getLegacyReportingName());
    List<Test> tests = new ArrayList<>();
    collect(top, name, tests);
    if (!tests.isEmpty()) {
      Unit.Family family = new Unit.Family(top.getUniqueId(), tests.size());
      List<Unit> named = tests.stream().map(t -> t.unit(family, isAmbiguous(t, tests))).toList();
      units.add(new Unit(top.getUniqueId(), name, named, family));
    }
  }

  /** Methods that differ by parameters, or runs of JUnit 4's Parameterized. */
  private static boolean isAmbiguous(Test test, List<Test> tests) {
    return tests.stream().filter(t -> t.name().equals(test.name())).count() > 1;
  }

  private record Test(String id, String name, String wholeName) {
    Unit unit(Unit.Family family, boolean ambiguous) {
      return new Unit(id, ambiguous ? wholeName : name, List.of(), family);
    }
  }

  /** A test template or factory counts as one test: what it makes is only known when it runs. */
  private void collect(TestIdentifier node, String className, List<Test> tests) {
    if (node.isTest() || source(node) instanceof MethodSource) {
      tests.add(
          new Test(node.getUniqueId(), testName(node, className), wholeName(node, className)));
      return;
    }
    String inner = className(node).orElse(className);
    for (TestIdentifier child : plan.getChildren(node)) {
      collect(child, inner, tests);
    }
  }

  private static String testName(TestIdentifier node, String className) {
    return source(node) instanceof MethodSource method
        ? className + "#" + method.getMethodName()
        : className + "#" + node.getDisplayName();
  }

  /** {@return the name with what tells it from others of the same method} */
  private static String wholeName(TestIdentifier node, String className) {
    String shown = node.getDisplayName();
    return source(node) instanceof MethodSource method && !shown.startsWith(method.getMethodName())
        ? className + "#" + method.getMethodName() + "(" + method.getMethodParameterTypes() + ")"
        : className + "#" + shown;
  }

  private static Optional<String> className(TestIdentifier node) {
    return source(node) instanceof ClassSource source
        ? Optional.of(source.getClassName())
        : Optional.empty();
  }

  private static @org.jspecify.annotations.Nullable TestSource source(TestIdentifier node) {
    return node.getSource().orElse(null);
  }
}
