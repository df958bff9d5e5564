package io.github.memoryleak.maven;

import io.github.memoryleak.maven.build.Compilation;
import io.github.memoryleak.maven.build.MeasuringTurn;
import io.github.memoryleak.maven.fork.TestRun;
import io.github.memoryleak.maven.launcher.LauncherResolver;
import io.github.memoryleak.maven.selection.ClassFiles;
import io.github.memoryleak.maven.selection.TestSelection;
import io.github.memoryleak.maven.settings.JvmChoice;
import io.github.memoryleak.maven.settings.ModuleReader;
import io.github.memoryleak.maven.settings.SurefireSettings;
import io.github.memoryleak.maven.settings.TestSettings;
import io.github.memoryleak.maven.settings.UserError;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.lifecycle.LifecycleExecutor;
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

  /** Which tests, as in Surefire's {@code test}: {@code CartTest}, {@code Cart*#add+remove}. */
  @Parameter(property = "leak.test")
  @Nullable String test;

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

  /** How long one test may take each time it runs; then its stack is reported and it is killed. */
  @Parameter(property = "leak.timeout", defaultValue = "10m")
  String timeout = "10m";

  /** Whether a leak fails the build; otherwise it is a warning. */
  @Parameter(property = "leak.failOnLeak", defaultValue = "true")
  boolean failOnLeak = true;

  /** Whether a test that cannot be measured fails the build; otherwise it is a warning. */
  @Parameter(property = "leak.failOnInconclusive", defaultValue = "true")
  boolean failOnInconclusive = true;

  /** Whether a module without tests fails the build. */
  @Parameter(property = "leak.failIfNoTests", defaultValue = "false")
  boolean failIfNoTests;

  /** The thresholds to start from: {@code strict}, {@code normal} or {@code permissive}. */
  @Parameter(property = "leak.preset")
  @Nullable String preset;

  /**
   * How much growth is tolerated: {@code <preset>}, {@code <heapGrowth>} (20%), {@code
   * <heapGrowthBytes>} (1 MiB), {@code <threadGrowth>} (2), {@code <heapBytesPerLoop>} (0) and
   * {@code <threadsPerLoop>} (0).
   */
  @Parameter Thresholds thresholds = new Thresholds();

  /**
   * Which heap dumps are kept as {@code heap_<time>.hprof.gz} in the profiles directory: {@code
   * never}, {@code onLeak} (the last one of each leak) or {@code always} (one also when nothing
   * leaks).
   */
  @Parameter(property = "leak.heapDump", defaultValue = "onLeak")
  String heapDump = "onLeak";

  /** How many leaks are explained by heap dumps at most; the others have no holder. */
  @Parameter(property = "leak.maxDumps", defaultValue = "20")
  String maxDumps = "20";

  /** The live heap above which no dump is taken, so that a leak has no holder. */
  @Parameter(property = "leak.maxDumpBytes", defaultValue = "2 GiB")
  String maxDumpBytes = "2 GiB";

  /** Where profiles go. */
  @Parameter(
      property = "leak.profilesDirectory",
      defaultValue = "${project.build.directory}/profiles")
  @Nullable File profilesDirectory;

  /** Where the reports go. */
  @Parameter(
      property = "leak.reportsDirectory",
      defaultValue = "${project.build.directory}/leak-reports")
  @Nullable File reportsDirectory;

  /** Arguments of the measured JVM, after those of Surefire's {@code argLine}. */
  @Parameter(property = "leak.argLine")
  @Nullable String argLine;

  /** The JVM to measure in: a JDK's directory, or its {@code java} command. */
  @Parameter(property = "leak.jvm")
  @Nullable File jvm;

  private final LifecycleExecutor lifecycle;
  private final RepositorySystem repositories;
  private final ToolchainManager toolchains;

  /**
   * For Maven.
   *
   * @param lifecycle compiles what is needed
   * @param repositories resolves the launcher
   * @param toolchains chooses the JVM
   */
  @Inject
  public TestMojo(
      LifecycleExecutor lifecycle, RepositorySystem repositories, ToolchainManager toolchains) {
    this.lifecycle = lifecycle;
    this.repositories = repositories;
    this.toolchains = toolchains;
  }

  @Override
  Optional<String> run() throws MojoExecutionException, MojoFailureException, InterruptedException {
    TestSettingsConverter converter = new TestSettingsConverter(this);
    converter.check();
    new Compilation(lifecycle, session(), mojoExecution()).ensure(project());
    SurefireSettings surefire = new ModuleReader(project(), session()).surefire(mojoExecution());
    if (surefire.skipped() != null) {
      return Optional.of("Surefire's <" + surefire.skipped() + "> is set");
    }
    TestSettings settings = converter.convert(surefire, new JvmChoice(toolchains, session()));
    TestSelection selection = select(settings);
    if (selection.classes().isEmpty()) {
      return noTests(settings);
    }
    measure(settings, selection);
    return Optional.empty();
  }

  private static TestSelection select(TestSettings settings) {
    List<Path> roots = new ArrayList<>(settings.module().scanned());
    roots.add(settings.module().testClasses());
    return TestSelection.of(
        ClassFiles.in(roots), settings.surefire().tests(), settings.plan().test());
  }

  private static Optional<String> noTests(TestSettings settings) {
    String named = settings.plan().test();
    if (named != null && settings.surefire().tests().failIfNoSpecifiedTests()) {
      throw new UserError(
          "No test class matches '"
              + named
              + "' in "
              + settings.module().testClasses()
              + ": check leak.test (or Surefire's test), or set"
              + " -Dsurefire.failIfNoSpecifiedTests=false.");
    }
    if (settings.policy().failIfNoTests()) {
      throw new UserError(
          "There are no tests in "
              + settings.module().testClasses()
              + ", and leak.failIfNoTests is set.");
    }
    return Optional.of("there are no tests in " + settings.module().testClasses());
  }

  private void measure(TestSettings settings, TestSelection selection)
      throws MojoExecutionException, MojoFailureException, InterruptedException {
    Outcome outcome = new Outcome(settings, new Terminal(session(), getLog()), getLog());
    List<Path> launcher =
        new LauncherResolver(repositories, session().getRepositorySession()).missing(project());
    MeasuringTurn turn = MeasuringTurn.await(session());
    try {
      outcome.clear();
      outcome.publish(new TestRun(settings, selection, launcher).measure(outcome.progress()));
    } catch (IOException e) {
      throw new UserError("The tests cannot be measured: " + e.getMessage() + ".", e);
    } finally {
      turn.end();
    }
  }
}
