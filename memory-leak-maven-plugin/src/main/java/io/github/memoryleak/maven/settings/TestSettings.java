package io.github.memoryleak.maven.settings;

import io.github.memoryleak.LeakThresholds;
import io.github.memoryleak.explain.HeapDumps;
import io.github.memoryleak.finding.Baseline;
import io.github.memoryleak.finding.KnownLeaks;
import io.github.memoryleak.finding.Owner;
import io.github.memoryleak.finding.Suppression;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that {@code leak:test} needs to know about one module.
 *
 * @param module the module
 * @param plan what is measured, and how
 * @param policy what fails the build
 * @param surefire what the project tells Surefire
 */
public record TestSettings(Module module, Plan plan, Policy policy, SurefireSettings surefire) {

  /** {@return the class path of the tests, as Surefire has it} */
  public List<Path> classpath() {
    List<Path> all = new ArrayList<>();
    all.add(module.testClasses());
    all.add(module.classes());
    all.addAll(module.artifacts());
    all.addAll(surefire.classpath().additional());
    return all;
  }

  /**
   * The module.
   *
   * @param basedir its directory
   * @param sources where its sources and those of its tests are
   * @param classes where its classes are
   * @param testClasses where its test classes are
   * @param artifacts the jars and directories of its test dependencies
   * @param coordinates of those artifacts, {@code group:artifact:version}
   * @param scanned those of them that hold tests
   * @param reports where the reports go
   */
  public record Module(
      Path basedir,
      List<Path> sources,
      Path classes,
      Path testClasses,
      List<Path> artifacts,
      Map<Path, String> coordinates,
      List<Path> scanned,
      Path reports) {

    /** Copies the lists. */
    public Module {
      sources = List.copyOf(sources);
      artifacts = List.copyOf(artifacts);
      coordinates = Map.copyOf(coordinates);
      scanned = List.copyOf(scanned);
    }
  }

  /**
   * What is measured, and how.
   *
   * @param test which tests, as in Surefire's {@code test}; {@code null} for what Surefire runs
   * @param scope the finest unit that is judged
   * @param rounds the most rounds a subject is measured for
   * @param warmup loops before the baseline
   * @param settle how long late threads may take after a round
   * @param budget how long the rounds of a subject may take
   * @param timeout how long one test may take
   * @param java the {@code java} command
   * @param arguments arguments of the measured JVM beside Surefire's
   * @param heapDumps what happens to the heap dumps by which a leak is explained
   * @param profiler who records, where a leak cannot be explained otherwise
   */
  public record Plan(
      @Nullable String test,
      Scope scope,
      int rounds,
      int warmup,
      Duration settle,
      Duration budget,
      Duration timeout,
      Path java,
      List<String> arguments,
      HeapDumps heapDumps,
      Profiler profiler) {

    /** Copies the list. */
    public Plan {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * What fails the build.
   *
   * @param thresholds how much growth is tolerated
   * @param failOnLeak whether a leak does
   * @param failOnInconclusive whether a test that cannot be measured does
   * @param onTestFailure what becomes of tests that fail by themselves
   * @param failIfNoTests whether a module without tests does
   * @param accepted which leaks do not
   * @param knownLeaks what the team knows of leaks
   */
  public record Policy(
      LeakThresholds thresholds,
      boolean failOnLeak,
      boolean failOnInconclusive,
      OnTestFailure onTestFailure,
      boolean failIfNoTests,
      Accepted accepted,
      KnownLeaks knownLeaks) {}

  /**
   * Which leaks are accepted.
   *
   * @param file where the baseline is; it may be missing
   * @param baseline those that were there before
   * @param update whether what leaks now is to be accepted there
   * @param suppressions the rules of people
   * @param counting whose leaks count
   */
  public record Accepted(
      Path file,
      Baseline baseline,
      boolean update,
      List<Suppression> suppressions,
      Set<Owner> counting) {

    /** Nothing is accepted. */
    public static final Accepted NOTHING =
        new Accepted(Path.of(""), Baseline.EMPTY, false, List.of(), Set.of(Owner.values()));

    /** Copies the collections. */
    public Accepted {
      suppressions = List.copyOf(suppressions);
      counting = Set.copyOf(counting);
    }
  }
}
