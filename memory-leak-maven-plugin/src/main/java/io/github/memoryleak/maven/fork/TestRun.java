package io.github.memoryleak.maven.fork;

import io.github.memoryleak.explain.NativeProfiler;
import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.junit.DriverSettings;
import io.github.memoryleak.junit.MeasuredJvm;
import io.github.memoryleak.maven.judge.Owners;
import io.github.memoryleak.maven.selection.TestSelection;
import io.github.memoryleak.maven.settings.OnTestFailure;
import io.github.memoryleak.maven.settings.SurefireSettings;
import io.github.memoryleak.maven.settings.TestSettings;
import io.github.memoryleak.maven.settings.TestSettings.Module;
import io.github.memoryleak.maven.settings.TestSettings.Plan;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures the tests of one module.
 *
 * @param settings everything about the module
 * @param selection the tests
 * @param launcher the jars that run them
 */
public record TestRun(TestSettings settings, TestSelection selection, List<Path> launcher) {
  /** Where in the reports directory the settings and the output of a measurement lie. */
  public static final String MEASURED = "measured-jvm";

  /** Where in the reports directory the settings and the output of a single run lie. */
  public static final String ONCE = "profiled-jvm";

  /** Surefire's: some tests start compilers or JVMs with it. */
  private static final String TEST_CLASS_PATH = "surefire.test.class.path";

  private static final String NO_PARALLEL =
      "The tests run one after the other, though the project runs them in parallel: growth has to"
          + " have a name.";

  /** What a run writes beside its result. */
  public enum Kind {
    /** A dump of what stays alive after the tests. */
    HEAP_DUMP(MeasuredJvm.HEAP_DUMP, "its heap could be dumped", List.of()),
    /** A recording of where they allocate. */
    RECORDING(
        MeasuredJvm.RECORDING,
        "its recording could be written",
        List.of("-XX:FlightRecorderOptions:stackdepth=256")),
    /** The same, by an agent, which is told which test runs. */
    AGENT_RECORDING(MeasuredJvm.NOTED_TESTS, "its recording could be written", List.of());

    private final String property;
    private final String what;
    private final List<String> arguments;

    Kind(String property, String what, List<String> arguments) {
      this.property = property;
      this.what = what;
      this.arguments = arguments;
    }

    /** {@return what there is when it is done, for a sentence} */
    public String what() {
      return what;
    }

    /** {@return whether the same run may be measured, or write another profile} */
    public boolean isShared() {
      return this != AGENT_RECORDING;
    }

    /** {@return a name for the file} */
    public String fileName() {
      return this == HEAP_DUMP ? "heap.hprof" : "mem.jfr";
    }

    private String value(Path file) {
      return this == AGENT_RECORDING ? "true" : file.toString();
    }
  }

  /**
   * A file that a run writes.
   *
   * @param kind what
   * @param file where to; a dump ends with {@code .hprof}
   * @param arguments more arguments of the JVM
   */
  public record Profile(Kind kind, Path file, List<String> arguments) {
    /** Copies the arguments. */
    public Profile {
      arguments = List.copyOf(arguments);
    }

    /**
     * A file that needs no more arguments.
     *
     * @param kind what
     * @param file where to
     */
    public Profile(Kind kind, Path file) {
      this(kind, file, List.of());
    }
  }

  /** Copies the jars. */
  public TestRun {
    launcher = List.copyOf(launcher);
  }

  /**
   * {@return what was measured, with the owner of every finding}
   *
   * @param profiles what to write of the first run of all tests, for other goals
   * @param profiler what tells who takes native memory
   * @param watcher is told where the measurement is, and what was judged when the build is ended
   * @throws IOException when a file cannot be written or read
   * @throws InterruptedException when the build is being ended
   */
  public LeakReport measure(List<Profile> profiles, NativeProfiler profiler, Watcher watcher)
      throws IOException, InterruptedException {
    Map<String, String> more = properties(profiles);
    more.put(MeasuredJvm.MEASURED, "true");
    JvmCommand command = command(more, arguments(profiles));
    return complete(
        measurement(MEASURED, command, (f, q) -> driverSettings(f, q, profiler))
            .run(watcher.of(this::complete)));
  }

  private LeakReport complete(LeakReport report) {
    return owners().assign(withNotes(report));
  }

  /**
   * Runs the tests once, and writes profiles of it.
   *
   * @param profiles what to write
   * @param watcher is told where the tests are
   * @return which tests failed, or ended the JVM
   * @throws IOException when a file cannot be written or read
   * @throws InterruptedException when the build is being ended
   */
  public LeakReport once(List<Profile> profiles, Watcher watcher)
      throws IOException, InterruptedException {
    JvmCommand command = command(properties(profiles), arguments(profiles));
    return measurement(ONCE, command, (f, q) -> driverSettings(f, q, NativeProfiler.NOT_WANTED))
        .run(watcher);
  }

  /** {@return what has to be the same for two goals to share a run of the tests} */
  public Object shared() {
    return new Shared(
        command(Map.of(), List.of()),
        selection,
        settings.surefire().tests(),
        settings.plan().timeout());
  }

  private record Shared(
      JvmCommand command,
      TestSelection selection,
      SurefireSettings.Tests tests,
      Duration timeout) {}

  private Measurement measurement(
      String directory, JvmCommand command, Measurement.SettingsOfRun settingsOfRun) {
    return new Measurement(
        command,
        settings.module().reports().resolve(directory),
        settings.plan().timeout(),
        settingsOfRun);
  }

  private static Map<String, String> properties(List<Profile> profiles) {
    Map<String, String> properties = new HashMap<>();
    profiles.forEach(p -> properties.put(p.kind().property, p.kind().value(p.file())));
    return properties;
  }

  private static List<String> arguments(List<Profile> profiles) {
    return profiles.stream()
        .flatMap(p -> Stream.concat(p.kind().arguments.stream(), p.arguments().stream()))
        .toList();
  }

  private JvmCommand command(Map<String, String> more, List<String> moreArguments) {
    SurefireSettings.Jvm jvm = settings.surefire().jvm();
    ModulePath modules = modulePath();
    List<String> arguments = new ArrayList<>(modules.arguments());
    arguments.addAll(jvm.arguments());
    arguments.addAll(settings.plan().arguments());
    arguments.addAll(moreArguments);
    Map<String, String> properties = new HashMap<>(jvm.systemProperties());
    properties.put(TEST_CLASS_PATH, JvmCommand.joined(settings.classpath()));
    properties.putAll(more);
    Path directory = jvm.workingDirectory();
    return new JvmCommand(
        settings.plan().java(),
        arguments,
        properties,
        classpath(modules),
        jvm.enableAssertions(),
        directory == null ? settings.module().basedir() : directory,
        jvm.environment(),
        jvm.excludedEnvironment());
  }

  private ModulePath modulePath() {
    Module module = settings.module();
    return settings.surefire().classpath().modulePath()
        ? ModulePath.of(module.classes(), module.testClasses(), module.artifacts())
        : ModulePath.NONE;
  }

  private List<Path> classpath(ModulePath modules) {
    List<Path> all = new ArrayList<>(settings.classpath());
    all.removeAll(modules.elements());
    all.addAll(launcher);
    // Last, so that nothing of ours hides anything of the project.
    all.add(driver());
    return all;
  }

  private static Path driver() {
    try {
      return Path.of(MeasuredJvm.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private DriverSettings driverSettings(
      Measurement.DriverFiles files, List<String> quarantine, NativeProfiler profiler) {
    SurefireSettings.Tests tests = settings.surefire().tests();
    Plan plan = settings.plan();
    return new DriverSettings(
        files.result(),
        files.progress(),
        files.lastWords(),
        files.threadDump(),
        files.judged(),
        selection.classes(),
        selection.patterns(),
        tests.groups(),
        tests.excludedGroups(),
        tests.engines(),
        tests.excludedEngines(),
        PlatformConfiguration.adapted(tests.configuration()),
        quarantine,
        settings.policy().onTestFailure() == OnTestFailure.CHECK,
        plan.scope().text(),
        plan.warmup(),
        plan.rounds(),
        settings.policy().thresholds(),
        plan.settle(),
        plan.budget(),
        plan.heapDumps(),
        profiler);
  }

  private LeakReport withNotes(LeakReport report) {
    List<String> notes = new ArrayList<>(settings.surefire().notes());
    notes.addAll(modulePath().notes());
    Map<String, String> properties = settings.surefire().jvm().systemProperties();
    if (PlatformConfiguration.isParallel(
        settings.surefire().tests().configuration(), properties, settings.module().testClasses())) {
      notes.add(NO_PARALLEL);
    }
    notes.addAll(report.notes());
    return new LeakReport(
        report.verdict(),
        report.environment(),
        report.subjects(),
        report.findings(),
        report.problems(),
        notes);
  }

  private Owners owners() {
    Module module = settings.module();
    List<Path> libraries = new ArrayList<>(module.artifacts());
    libraries.addAll(settings.surefire().classpath().additional());
    return new Owners(
        List.of(module.testClasses(), module.classes()), libraries, module.coordinates());
  }
}
