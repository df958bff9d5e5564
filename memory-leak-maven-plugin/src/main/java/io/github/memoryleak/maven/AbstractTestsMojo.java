package io.github.memoryleak.maven;

import io.github.memoryleak.maven.build.Compilation;
import io.github.memoryleak.maven.build.MeasuringTurn;
import io.github.memoryleak.maven.fork.TestRun;
import io.github.memoryleak.maven.launcher.LauncherResolver;
import io.github.memoryleak.maven.launcher.ProfilerResolver;
import io.github.memoryleak.maven.selection.ClassFiles;
import io.github.memoryleak.maven.selection.TestSelection;
import io.github.memoryleak.maven.settings.JvmChoice;
import io.github.memoryleak.maven.settings.ModuleReader;
import io.github.memoryleak.maven.settings.SurefireSettings;
import io.github.memoryleak.maven.settings.TestSettings;
import io.github.memoryleak.maven.settings.UserError;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals that run the tests have in common. */
abstract class AbstractTestsMojo extends AbstractLeakMojo {

  /** Skips this goal, as Surefire is skipped. */
  @Parameter(property = "skipTests", defaultValue = "false")
  private boolean skipTests;

  /** Skips this goal, as compiling and running the tests is skipped. */
  @Parameter(property = "maven.test.skip", defaultValue = "false")
  private boolean mavenTestSkip;

  /** Which tests, as in Surefire's {@code test}: {@code CartTest}, {@code Cart*#add+remove}. */
  @Parameter(property = "leak.test")
  @Nullable String test;

  /** How long one test may take each time it runs; then its stack is reported and it is killed. */
  @Parameter(property = "leak.timeout", defaultValue = "10m")
  String timeout = "10m";

  /** Where profiles go. */
  @Parameter(
      property = "leak.profilesDirectory",
      defaultValue = "${project.build.directory}/profiles",
      required = true)
  File profilesDirectory = new File("target/profiles");

  /** Where the reports go, and the settings and the output of the tests' JVM. */
  @Parameter(
      property = "leak.reportsDirectory",
      defaultValue = "${project.build.directory}/leak-reports",
      required = true)
  File reportsDirectory = new File("target/leak-reports");

  /** Arguments of the tests' JVM, after those of Surefire's {@code argLine}. */
  @Parameter(property = "leak.argLine")
  @Nullable String argLine;

  /** The JVM to run the tests in: a JDK's directory, or its {@code java} command. */
  @Parameter(property = "leak.jvm")
  @Nullable File jvm;

  private final Tools tools;
  private @Nullable Terminal terminal;

  AbstractTestsMojo(Tools tools) {
    this.tools = tools;
  }

  /** Reads every parameter, so that a wrong one is told before anything is compiled. */
  abstract void check();

  /** The settings of a run. */
  abstract TestSettings settings(SurefireSettings surefire, JvmChoice jvms);

  /** Which of the selected tests are meant. */
  TestSelection narrowed(TestSelection selection) {
    return selection;
  }

  /** Why there is nothing to run. */
  abstract String noTests(TestSettings settings);

  /** What is done with the tests. */
  interface Work {
    void with(TestRun tests)
        throws MojoExecutionException, MojoFailureException, InterruptedException;
  }

  @Override
  Optional<String> skipReason() {
    Optional<String> reason = super.skipReason();
    return reason.isPresent() || !runsTests() ? reason : noTestsReason();
  }

  /** Whether this goal runs tests, as it is configured. */
  boolean runsTests() {
    return true;
  }

  private Optional<String> noTestsReason() {
    if (mavenTestSkip) {
      return Optional.of("maven.test.skip is set");
    }
    if (skipTests) {
      return Optional.of("skipTests is set");
    }
    return "pom".equals(project().getPackaging())
        ? Optional.of("a module with packaging pom has no tests")
        : Optional.empty();
  }

  /** What is done with a module; returns why it was not, if so. */
  interface ModuleWork {
    Optional<String> with(TestSettings settings)
        throws MojoExecutionException, MojoFailureException, InterruptedException;
  }

  /** Compiles what is needed and does the work, one module at a time. */
  final Optional<String> withTests(Work work)
      throws MojoExecutionException, MojoFailureException, InterruptedException {
    return withModule(settings -> withTests(settings, work));
  }

  /** Compiles what is needed, and does something that needs no tests. */
  final Optional<String> withModule(ModuleWork work)
      throws MojoExecutionException, MojoFailureException, InterruptedException {
    check();
    new Compilation(tools.lifecycle(), session(), mojoExecution()).ensure(project());
    SurefireSettings surefire = new ModuleReader(project(), session()).surefire(mojoExecution());
    if (surefire.skipped() != null) {
      return Optional.of("Surefire's <" + surefire.skipped() + "> is set");
    }
    return work.with(settings(surefire, new JvmChoice(tools.toolchains(), session())));
  }

  private Optional<String> withTests(TestSettings settings, Work work)
      throws MojoExecutionException, MojoFailureException, InterruptedException {
    TestSelection selection = select(settings);
    if (selection.classes().isEmpty()) {
      return Optional.of(noTests(settings));
    }
    List<Path> launcher =
        new LauncherResolver(tools.repositories(), session().getRepositorySession())
            .missing(project());
    MeasuringTurn turn = MeasuringTurn.await(session());
    try {
      work.with(new TestRun(settings, selection, launcher));
    } finally {
      turn.end();
    }
    return Optional.empty();
  }

  /**
   * {@return the run that this goal will ask for when its turn comes; nothing when it will not, or
   * is configured wrongly, which it tells then}
   */
  final Optional<TestRun> planned(List<Path> launcher) {
    try {
      if (skipReason().isPresent() || !runsTests()) {
        return Optional.empty();
      }
      check();
      SurefireSettings surefire = new ModuleReader(project(), session()).surefire(mojoExecution());
      TestSettings settings = settings(surefire, new JvmChoice(tools.toolchains(), session()));
      TestSelection selection = select(settings);
      return surefire.skipped() != null || selection.classes().isEmpty()
          ? Optional.empty()
          : Optional.of(new TestRun(settings, selection, launcher));
    } catch (UserError e) {
      return Optional.empty();
    }
  }

  /** {@return what fetches the profiler that does not come with the JDK} */
  final ProfilerResolver profilerResolver() {
    return new ProfilerResolver(tools.repositories(), session().getRepositorySession());
  }

  /** {@return the goals that run tests and come later in the build of this module} */
  final List<AbstractTestsMojo> laterGoals() {
    return new LaterGoals(tools, session(), mojoExecution(), getLog()).all();
  }

  /** {@return the profile that this goal has written, if any} */
  TestRun.@Nullable Kind profileKind() {
    return null;
  }

  /** {@return what has to be the same for a result to serve this goal} */
  Object agreement(TestRun tests) {
    return tests.shared();
  }

  /** {@return this goal and its execution} */
  final String name() {
    return mojoExecution().getGoal() + ":" + mojoExecution().getExecutionId();
  }

  /** {@return where progress is shown} */
  final Terminal terminal() {
    if (terminal == null) {
      terminal = new Terminal(session(), getLog());
    }
    return terminal;
  }

  private TestSelection select(TestSettings settings) {
    List<Path> roots = new ArrayList<>(settings.module().scanned());
    roots.add(settings.module().testClasses());
    return narrowed(
        TestSelection.of(
            ClassFiles.in(roots), settings.surefire().tests(), settings.plan().test()));
  }
}
