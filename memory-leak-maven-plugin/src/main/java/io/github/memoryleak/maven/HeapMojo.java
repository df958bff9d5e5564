package io.github.memoryleak.maven;

import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.maven.build.Compilation;
import io.github.memoryleak.maven.build.MeasuringTurn;
import io.github.memoryleak.maven.dump.AttachedJvm;
import io.github.memoryleak.maven.dump.HeapDumpFiles;
import io.github.memoryleak.maven.dump.TakenDump;
import io.github.memoryleak.maven.fork.TestRun;
import io.github.memoryleak.maven.launcher.LauncherResolver;
import io.github.memoryleak.maven.selection.ClassFiles;
import io.github.memoryleak.maven.selection.TestSelection;
import io.github.memoryleak.maven.settings.HeapSettings;
import io.github.memoryleak.maven.settings.JvmChoice;
import io.github.memoryleak.maven.settings.ModuleReader;
import io.github.memoryleak.maven.settings.SurefireSettings;
import io.github.memoryleak.maven.settings.TestSettings;
import io.github.memoryleak.maven.settings.UserError;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Takes a heap dump and shows what is in it: of a running JVM, or of a JVM that has just run the
 * tests of the module once.
 */
@Mojo(
    name = "heap",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.TEST,
    requiresProject = false,
    threadSafe = true)
public class HeapMojo extends AbstractTestsMojo {

  /** The process id of a running JVM to dump, in place of the tests. */
  @Parameter(property = "leak.pid")
  @Nullable String pid;

  /** Which tests, as in Surefire's {@code test}. */
  @Parameter(property = "leak.test")
  @Nullable String test;

  /** Only tests of this package, and of packages in it. */
  @Parameter(property = "leak.package")
  @Nullable String testPackage;

  /** Whether all texts and numbers in the dump become zeros, so that it can be given away. */
  @Parameter(property = "leak.redact", defaultValue = "false")
  boolean redact;

  /** Whether the dump is compressed. */
  @Parameter(property = "leak.gzip", defaultValue = "false")
  boolean gzip;

  /** How many lines each table has. */
  @Parameter(property = "leak.top", defaultValue = "20")
  String top = "20";

  /** By what classes are ordered: {@code inuse_space} or {@code inuse_objects}. */
  @Parameter(property = "leak.sampleIndex", defaultValue = "inuse_space")
  String sampleIndex = "inuse_space";

  /**
   * Shows only the instances of this class, and the paths to them; {@code *} stands for any text.
   */
  @Parameter(property = "leak.type")
  @Nullable String type;

  /** The form of the result: {@code text}, or {@code json} on standard output. */
  @Parameter(property = "leak.format", defaultValue = "text")
  String format = "text";

  /** How long one test may take. */
  @Parameter(property = "leak.timeout", defaultValue = "10m")
  String timeout = "10m";

  /** Where the dump goes. */
  @Parameter(
      property = "leak.profilesDirectory",
      defaultValue = "${project.build.directory}/profiles",
      required = true)
  File profilesDirectory = new File("target/profiles");

  /** Where the settings and the output of the tests' JVM go. */
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
  public HeapMojo(
      LifecycleExecutor lifecycle, RepositorySystem repositories, ToolchainManager toolchains) {
    this.lifecycle = lifecycle;
    this.repositories = repositories;
    this.toolchains = toolchains;
  }

  @Override
  Optional<String> skipReason() {
    if (pid == null && project().getFile() == null) {
      throw new UserError(
          "There is no POM in this folder, so there are no tests to run: name a running JVM with"
              + " leak.pid, or read a stored dump with leak:analyze.");
    }
    return super.skipReason();
  }

  @Override
  boolean runsTests() {
    return pid == null;
  }

  @Override
  Optional<String> run() throws MojoExecutionException, InterruptedException {
    HeapSettings settings =
        HeapSettings.of(directory(profilesDirectory), top, format, sampleIndex, type);
    if (pid != null) {
      AttachedJvm attached = AttachedJvm.of(pid);
      show(settings, attached::dump);
      return Optional.empty();
    }
    return dumpTests(settings);
  }

  private Optional<String> dumpTests(HeapSettings settings)
      throws MojoExecutionException, InterruptedException {
    HeapSettingsConverter converter = new HeapSettingsConverter(this);
    converter.check();
    new Compilation(lifecycle, session(), mojoExecution()).ensure(project());
    SurefireSettings surefire = new ModuleReader(project(), session()).surefire(mojoExecution());
    if (surefire.skipped() != null) {
      return Optional.of("Surefire's <" + surefire.skipped() + "> is set");
    }
    TestSettings tests = converter.convert(surefire, new JvmChoice(toolchains, session()));
    TestSelection selection = select(tests);
    if (selection.classes().isEmpty()) {
      return Optional.of(converter.noTests(tests));
    }
    List<Path> launcher =
        new LauncherResolver(repositories, session().getRepositorySession()).missing(project());
    MeasuringTurn turn = MeasuringTurn.await(session());
    try {
      show(settings, file -> run(new TestRun(tests, selection, launcher), file));
    } finally {
      turn.end();
    }
    return Optional.empty();
  }

  private TestSelection select(TestSettings tests) {
    List<Path> roots = new ArrayList<>(tests.module().scanned());
    roots.add(tests.module().testClasses());
    TestSelection all =
        TestSelection.of(ClassFiles.in(roots), tests.surefire().tests(), tests.plan().test());
    return testPackage == null ? all : all.inPackage(testPackage.trim());
  }

  private void run(TestRun tests, Path file) throws IOException, InterruptedException {
    Terminal terminal = new Terminal(session(), getLog());
    LeakReport report = tests.dump(file, terminal::show);
    terminal.clear();
    for (Problem problem : report.problems()) {
      getLog().warn(problem.subject() + ": " + problem.message());
    }
    if (!Files.exists(file)) {
      throw new UserError(
          "The tests' JVM ended before its heap could be dumped, see the warnings above and "
              + reportsDirectory.toPath().resolve("dumped-jvm")
              + ".");
    }
  }

  private void show(HeapSettings settings, TakenDump.Writer writer) throws InterruptedException {
    HeapReport report = new HeapReport(settings, getLog());
    Path file;
    try {
      file = new HeapDumpFiles(settings.profiles()).next(LocalDateTime.now(), gzip);
    } catch (IOException e) {
      throw new UserError(settings.profiles() + " cannot be made: " + e.getMessage() + ".", e);
    }
    new TakenDump(file, redact, report.process()).take(writer);
    report.analyze(file);
    report.next(
        "mvn leak:analyze -Dleak.profile=" + HeapReport.shown(file) + " -Dleak.type=<class>",
        "after a while mvn leak:heap again, then mvn leak:compare");
  }
}
