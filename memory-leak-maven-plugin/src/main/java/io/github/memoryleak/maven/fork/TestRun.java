package io.github.memoryleak.maven.fork;

import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.junit.DriverSettings;
import io.github.memoryleak.junit.MeasuredJvm;
import io.github.memoryleak.junit.Progress;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

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

  private static final String NO_PARALLEL =
      "The tests run one after the other, though the project runs them in parallel: growth has to"
          + " have a name.";

  /** What a single run writes. */
  public enum Kind {
    /** A dump of what stays alive after the tests. */
    HEAP_DUMP(MeasuredJvm.HEAP_DUMP, "its heap could be dumped", List.of()),
    /** A recording of where they allocate. */
    RECORDING(
        MeasuredJvm.RECORDING,
        "its recording could be written",
        List.of("-XX:FlightRecorderOptions:stackdepth=256"));

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
  }

  /**
   * A file that a single run writes.
   *
   * @param kind what
   * @param file where to; a dump ends with {@code .hprof}
   */
  public record Profile(Kind kind, Path file) {}

  /** Copies the jars. */
  public TestRun {
    launcher = List.copyOf(launcher);
  }

  /**
   * {@return what was measured, with the owner of every finding}
   *
   * @param progress is shown where the measurement is
   * @throws IOException when a file cannot be written or read
   * @throws InterruptedException when the build is being ended
   */
  public LeakReport measure(Consumer<Progress> progress) throws IOException, InterruptedException {
    Path directory = settings.module().reports().resolve(MEASURED);
    LeakReport report =
        new Measurement(
                command(Map.of(), List.of()),
                directory,
                settings.plan().timeout(),
                this::driverSettings)
            .run(progress);
    return owners().assign(withNotes(report));
  }

  /**
   * Runs the tests once, and writes a profile of it.
   *
   * @param profile what to write
   * @param progress is shown where the tests are
   * @return which tests failed, or ended the JVM
   * @throws IOException when a file cannot be written or read
   * @throws InterruptedException when the build is being ended
   */
  public LeakReport once(Profile profile, Consumer<Progress> progress)
      throws IOException, InterruptedException {
    Path directory = settings.module().reports().resolve(ONCE);
    Map<String, String> wanted = Map.of(profile.kind().property, profile.file().toString());
    return new Measurement(
            command(wanted, profile.kind().arguments),
            directory,
            settings.plan().timeout(),
            this::driverSettings)
        .run(progress);
  }

  private JvmCommand command(Map<String, String> more, List<String> moreArguments) {
    SurefireSettings.Jvm jvm = settings.surefire().jvm();
    List<String> arguments = new ArrayList<>(jvm.arguments());
    arguments.addAll(settings.plan().arguments());
    arguments.addAll(moreArguments);
    Map<String, String> properties = new HashMap<>(jvm.systemProperties());
    properties.putAll(more);
    Path directory = jvm.workingDirectory();
    return new JvmCommand(
        settings.plan().java(),
        arguments,
        properties,
        classpath(),
        jvm.enableAssertions(),
        directory == null ? settings.module().basedir() : directory,
        jvm.environment(),
        jvm.excludedEnvironment());
  }

  private List<Path> classpath() {
    List<Path> all = new ArrayList<>(settings.classpath());
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

  private DriverSettings driverSettings(Measurement.DriverFiles files, List<String> quarantine) {
    SurefireSettings.Tests tests = settings.surefire().tests();
    Plan plan = settings.plan();
    return new DriverSettings(
        files.result(),
        files.progress(),
        files.lastWords(),
        files.threadDump(),
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
        plan.heapDumps());
  }

  private LeakReport withNotes(LeakReport report) {
    List<String> notes = new ArrayList<>(settings.surefire().notes());
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
    return new Owners(List.of(module.testClasses(), module.classes()), libraries);
  }
}
