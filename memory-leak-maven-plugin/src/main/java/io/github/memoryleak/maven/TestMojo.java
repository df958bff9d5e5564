package io.github.memoryleak.maven;

import io.github.memoryleak.explain.NativeProfiler;
import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.maven.dump.KeptDumps;
import io.github.memoryleak.maven.fork.TestRun;
import io.github.memoryleak.maven.report.GitHubActions;
import io.github.memoryleak.maven.settings.JvmChoice;
import io.github.memoryleak.maven.settings.Profiler;
import io.github.memoryleak.maven.settings.SurefireSettings;
import io.github.memoryleak.maven.settings.TestSettings;
import io.github.memoryleak.maven.settings.UserError;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MavenPluginManager;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Measures the unchanged tests of the module again and again in a JVM of its own, and fails the
 * build when something grows with every run: objects on the heap, or threads.
 *
 * <p>The tests are those that Surefire runs, with its configuration.
 */
@Mojo(
    name = "test",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public class TestMojo extends AbstractTestsMojo {

  /** The finest unit that is judged: {@code test}, {@code class} or {@code suite}. */
  @Parameter(property = "leak.scope", defaultValue = "test")
  String scope = "test";

  /** The most rounds that a test is measured for, 3 to 32. */
  @Parameter(property = "leak.rounds", defaultValue = "32")
  String rounds = "32";

  /** How often a test runs, after a first run of all tests, before its baseline is taken. */
  @Parameter(property = "leak.warmup", defaultValue = "1")
  String warmup = "1";

  /** How long threads that are about to end, and late clean-up, may take after a round. */
  @Parameter(property = "leak.settle", defaultValue = "5s")
  String settle = "5s";

  /**
   * How long a test, or a group of tests, may be measured for. What is clear by then counts; growth
   * that is not makes the test inconclusive.
   */
  @Parameter(property = "leak.budget", defaultValue = "5m")
  String budget = "5m";

  /** Whether a leak fails the build; otherwise it is a warning. */
  @Parameter(property = "leak.failOnLeak", defaultValue = "true")
  boolean failOnLeak = true;

  /** Whether a test that cannot be measured fails the build; otherwise it is a warning. */
  @Parameter(property = "leak.failOnInconclusive", defaultValue = "true")
  boolean failOnInconclusive = true;

  /**
   * What becomes of tests that fail when they run once: they {@code fail} the build, are told and
   * left out ({@code skip}), or are measured all the same ({@code check}).
   */
  @Parameter(property = "leak.onTestFailure", defaultValue = "fail")
  String onTestFailure = "fail";

  /** Whether a module without tests fails the build. */
  @Parameter(property = "leak.failIfNoTests", defaultValue = "false")
  boolean failIfNoTests;

  /** The thresholds to start from: {@code strict}, {@code normal} or {@code permissive}. */
  @Parameter(property = "leak.preset")
  @Nullable String preset;

  /**
   * How much growth is tolerated: {@code <preset>}, {@code <heapGrowth>} (20%), {@code
   * <heapGrowthBytes>} (1 MiB), {@code <threadGrowth>} (2), {@code <heapBytesPerLoop>} (0), {@code
   * <threadsPerLoop>} (0), {@code <classLoadersPerLoop>} (0), {@code <classesPerLoop>} (0), {@code
   * <fileDescriptorsPerLoop>} (0), {@code <directBufferBytesPerLoop>} (0) and {@code
   * <nativeBytesPerLoop>} (0).
   */
  @Parameter Thresholds thresholds = new Thresholds();

  /**
   * Leaks that are accepted: {@code <suppression>} elements with patterns ({@code <kind>}, {@code
   * <type>}, {@code <holder>}, {@code <subject>}), {@code <reason>}, {@code <owner>} and, if so,
   * {@code <until>}.
   */
  @Parameter List<Suppression> suppressions = List.of();

  /** A JSON file with more suppressions. */
  @Parameter(property = "leak.suppressionsFile")
  @Nullable File suppressionsFile;

  /** The leaks that were there before and are accepted; only others fail the build. */
  @Parameter(property = "leak.baseline", defaultValue = "${project.basedir}/src/leak/baseline.json")
  File baseline = new File("src/leak/baseline.json");

  /** Whether to accept what leaks now: writes {@code leak.baseline}. */
  @Parameter(property = "leak.updateBaseline", defaultValue = "false")
  boolean updateBaseline;

  /**
   * Whose leaks fail the build: {@code application}, {@code library} and {@code
   * test_infrastructure}. Those of others are noted.
   */
  @Parameter(property = "leak.failOnOwners", defaultValue = "application,library")
  List<String> failOnOwners = List.of("application", "library");

  /**
   * A file with leaks whose cause and remedy the team knows, beside those that are known anyway.
   */
  @Parameter(property = "leak.knownLeaks")
  @Nullable File knownLeaks;

  /**
   * Which heap dumps are kept as {@code heap_<time>.hprof.gz} in the profiles directory: {@code
   * never}, {@code onLeak} (the last one of each leak) or {@code always} (one also when nothing
   * leaks).
   */
  @Parameter(property = "leak.heapDump", defaultValue = "onLeak")
  String heapDump = "onLeak";

  /**
   * How many leaks are explained by heap dumps at most; the others have no holder. The dumps of 20
   * are kept at most.
   */
  @Parameter(property = "leak.maxDumps", defaultValue = "100")
  String maxDumps = "100";

  /** The live heap above which no dump is taken, so that a leak has no holder. */
  @Parameter(property = "leak.maxDumpBytes", defaultValue = "2 GiB")
  String maxDumpBytes = "2 GiB";

  /**
   * Who records where a library takes native memory that is never freed, once that is proven and no
   * object of Java tells: {@code async-profiler}, on Linux and macOS. The Flight Recorder ({@code
   * jfr}) does not know.
   */
  @Parameter(property = "leak.profiler", defaultValue = "jfr")
  String profiler = "jfr";

  /**
   * Whether a build of GitHub Actions shows the leaks as annotations beside the code and in the
   * summary of the job.
   */
  @Parameter(property = "leak.githubAnnotations", defaultValue = "true")
  boolean githubAnnotations = true;

  /**
   * For Maven.
   *
   * @param lifecycle compiles what is needed
   * @param repositories resolves the launcher
   * @param toolchains chooses the JVM
   * @param plugins configures other goals of the same build
   */
  @Inject
  public TestMojo(
      LifecycleExecutor lifecycle,
      RepositorySystem repositories,
      ToolchainManager toolchains,
      MavenPluginManager plugins) {
    super(new Tools(lifecycle, repositories, toolchains, plugins));
  }

  @Override
  Optional<String> run() throws MojoExecutionException, MojoFailureException, InterruptedException {
    return withTests(this::measure);
  }

  @Override
  void check() {
    new TestSettingsConverter(this).check();
  }

  @Override
  TestSettings settings(SurefireSettings surefire, JvmChoice jvms) {
    return new TestSettingsConverter(this).convert(surefire, jvms);
  }

  @Override
  String noTests(TestSettings settings) {
    String named = settings.plan().test();
    Path folder = settings.module().testClasses();
    if (named != null && settings.surefire().tests().failIfNoSpecifiedTests()) {
      throw new UserError(
          "No test class matches '"
              + named
              + "' in "
              + folder
              + ": check leak.test (or Surefire's test), or set"
              + " -Dsurefire.failIfNoSpecifiedTests=false.");
    }
    if (settings.policy().failIfNoTests()) {
      throw new UserError("There are no tests in " + folder + ", and leak.failIfNoTests is set.");
    }
    return "there are no tests in " + folder;
  }

  private Map<String, String> hosts() {
    Map<String, String> environment = System.getenv();
    return githubAnnotations && GitHubActions.isHere(environment) ? environment : Map.of();
  }

  private void measure(TestRun tests)
      throws MojoExecutionException, MojoFailureException, InterruptedException {
    try {
      SharedRun shared = new SharedRun(this, tests);
      Optional<SharedRun.Left> left = shared.left();
      LeakReport report;
      if (left.isPresent()) {
        report = left.get().report();
        getLog().info("The tests were measured when " + left.get().by() + " ran them.");
      } else {
        shared.invite(null);
        report = measured(tests, shared.wanted());
        shared.leave(report);
      }
      outcome(tests).publish(report);
    } catch (IOException e) {
      throw new UserError("The tests cannot be measured: " + e.getMessage() + ".", e);
    }
  }

  private Outcome outcome(TestRun tests) {
    return new Outcome(tests.settings(), terminal(), getLog(), hosts());
  }

  /** {@return what was measured, and is judged when the turn of this goal has come} */
  final LeakReport measured(TestRun tests, List<TestRun.Profile> profiles)
      throws IOException, InterruptedException {
    Outcome outcome = outcome(tests);
    outcome.clear();
    KeptDumps dumps = new KeptDumps(profilesDirectory.toPath());
    LeakReport report =
        tests.measure(profiles, nativeProfiler(tests), new BrokenOff(outcome, terminal()));
    dumps.listNew();
    terminal().clear();
    return report;
  }

  /** Its library stays beside the settings that name it, so that the JVM can be started again. */
  private NativeProfiler nativeProfiler(TestRun tests) throws IOException {
    if (tests.settings().plan().profiler() != Profiler.ASYNC) {
      return NativeProfiler.NOT_WANTED;
    }
    Path directory = reportsDirectory.toPath().toAbsolutePath().resolve(TestRun.MEASURED);
    return profilerResolver().nativeProfiler(project(), Files.createDirectories(directory));
  }

  @Override
  final Object agreement(TestRun tests) {
    TestSettings.Policy policy = tests.settings().policy();
    return List.of(
        tests.shared(), tests.settings().plan(), policy.thresholds(), policy.onTestFailure());
  }
}
