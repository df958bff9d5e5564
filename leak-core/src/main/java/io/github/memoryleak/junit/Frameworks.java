package io.github.memoryleak.junit;

import io.github.memoryleak.MemoryLeakDetector;
import io.github.memoryleak.Repeating;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.rounds.FrameworkGrowth;
import io.github.memoryleak.rounds.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the test frameworks themselves keep with every loop, measured with tests that do nothing.
 *
 * <p>TestNG keeps a lock for each instance of a test class in a static map, for good; and makes one
 * more when a single method is selected. So it is measured with whole classes, of one test and of
 * several, and with a test alone.
 */
final class Frameworks {
  private static final int SEVERAL = 4;

  private static final String JUPITER = "junit-jupiter";
  private static final String OF_JUNIT = "org.junit.";

  /** Some sixty loops: what a framework keeps is exact. */
  private static final int ROUNDS = 4;

  /** Strings and arrays come and go by a dozen, and what seems to grow takes more censuses. */
  private static final int LOOPS_ABOVE_NOISE = 20;

  private final TestSession session;
  private final Map<String, Kept> kept = new HashMap<>();

  Frameworks(TestSession session) {
    this.session = session;
  }

  /**
   * Measures the engines of the units, unless they are known.
   *
   * @return whether a framework was found to keep something that was not known before
   */
  boolean learn(List<Unit> units) throws Exception {
    boolean news = false;
    for (Unit.Family family : families(units)) {
      String engine = engine(family);
      if (!kept.containsKey(engine)) {
        Kept found = measure(engine);
        kept.put(engine, found);
        news |= !found.isNothing();
      }
    }
    return news;
  }

  /**
   * {@return whether a framework may be what keeps it, so that {@link #learn} is worth its time:
   * not where the dumps show that something other than JUnit holds what leaks in Jupiter's tests}
   *
   * @param units what was measured
   * @param findings what leaks in it
   */
  static boolean mayKeep(List<Unit> units, List<Finding> findings) {
    boolean others = families(units).stream().anyMatch(f -> !engine(f).equals(JUPITER));
    return others || findings.isEmpty() || !findings.stream().allMatch(Frameworks::isHeldByOthers);
  }

  private static boolean isHeldByOthers(Finding finding) {
    return finding.holder() != null
        && finding.path().stream().noneMatch(step -> step.contains(OF_JUNIT));
  }

  /**
   * {@return what is known to be kept with each loop of the units: all classes, or all tests of one
   * class}
   */
  FrameworkGrowth of(List<Unit> units) {
    boolean alone = units.get(0).tests().isEmpty();
    FrameworkGrowth sum = FrameworkGrowth.NONE;
    for (Unit.Family family : families(units)) {
      Kept known = kept.getOrDefault(engine(family), Kept.NOTHING);
      sum = sum.plus(known.with(family, alone), 1);
    }
    return sum;
  }

  /**
   * What an engine keeps per loop.
   *
   * @param inClass for a class with one test
   * @param perTest for each further test of the class
   * @param alone for a test that is selected by itself
   */
  private record Kept(FrameworkGrowth inClass, FrameworkGrowth perTest, FrameworkGrowth alone) {
    static final Kept NOTHING =
        new Kept(FrameworkGrowth.NONE, FrameworkGrowth.NONE, FrameworkGrowth.NONE);

    boolean isNothing() {
      return inClass.perLoop().isEmpty() && alone.perLoop().isEmpty();
    }

    FrameworkGrowth with(Unit.Family family, boolean testAlone) {
      return testAlone ? alone : inClass.plus(perTest, family.tests() - 1);
    }
  }

  private Kept measure(String engine) throws Exception {
    ControlClass.Loader single = ControlClass.withTests(1);
    if (keepsNothing(engine, single)) {
      return Kept.NOTHING;
    }
    FrameworkGrowth inClass = growth(engine, single, false);
    FrameworkGrowth alone = growth(engine, single, true);
    if (inClass.perLoop().isEmpty()) {
      return new Kept(inClass, FrameworkGrowth.NONE, alone);
    }
    FrameworkGrowth several = growth(engine, ControlClass.withTests(SEVERAL), false);
    double share = 1.0 / (SEVERAL - 1);
    FrameworkGrowth perTest = FrameworkGrowth.NONE.plus(several, share).plus(inClass, -share);
    return new Kept(inClass, perTest, alone);
  }

  /** Most keep nothing, and a census of a large heap is dear: so one look at both ways at first. */
  private boolean keepsNothing(String engine, ControlClass.Loader control) throws Exception {
    return control.call(
        () -> {
          List<Unit> units = session.discoverControl(control.type(), engine);
          return units.isEmpty()
              || doingNothing(
                      () -> {
                        session.runControl(units);
                        session.runControl(units.get(0).tests());
                      })
                  .firstLoops(LOOPS_ABOVE_NOISE)
                  .screen()
                  .isClean();
        });
  }

  private FrameworkGrowth growth(String engine, ControlClass.Loader control, boolean alone)
      throws Exception {
    return control.call(
        () -> {
          List<Unit> units = session.discoverControl(control.type(), engine);
          List<Unit> selected = alone ? units.get(0).tests() : units;
          return FrameworkGrowth.of(
              doingNothing(() -> session.runControl(selected)).run().findings());
        });
  }

  private static Repeating doingNothing(Operation operation) {
    return MemoryLeakDetector.repeating("tests that do nothing", operation).rounds(ROUNDS);
  }

  private static List<Unit.Family> families(List<Unit> units) {
    return units.stream().map(Unit::family).distinct().collect(Collectors.toList());
  }

  /** A unique id begins with {@code [engine:junit-jupiter]}. */
  private static String engine(Unit.Family family) {
    return family.id().substring(family.id().indexOf(':') + 1, family.id().indexOf(']'));
  }
}
