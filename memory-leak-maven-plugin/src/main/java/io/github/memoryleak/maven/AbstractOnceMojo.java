package io.github.memoryleak.maven;

import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.maven.files.WrittenFiles;
import io.github.memoryleak.maven.fork.TestRun;
import io.github.memoryleak.maven.selection.TestSelection;
import io.github.memoryleak.maven.settings.JvmChoice;
import io.github.memoryleak.maven.settings.SurefireSettings;
import io.github.memoryleak.maven.settings.TestSettings;
import io.github.memoryleak.maven.settings.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals have in common that run the tests once, or look at a running JVM instead. */
abstract class AbstractOnceMojo extends AbstractTestsMojo {

  /** The process id of a running JVM to look at, in place of the tests. */
  @Parameter(property = "leak.pid")
  @Nullable String pid;

  /** Only tests of this package, and of packages in it. */
  @Parameter(property = "leak.package")
  @Nullable String testPackage;

  AbstractOnceMojo(Tools tools) {
    super(tools);
  }

  @Override
  Optional<String> skipReason() {
    if (pid == null && project().getFile() == null) {
      throw new UserError(
          "There is no POM in this folder, so there are no tests to run: name a running JVM with"
              + " leak.pid, or read a stored profile with leak:analyze.");
    }
    return super.skipReason();
  }

  @Override
  boolean runsTests() {
    return pid == null;
  }

  @Override
  void check() {
    new OnceSettingsConverter(this).check();
  }

  @Override
  TestSettings settings(SurefireSettings surefire, JvmChoice jvms) {
    return new OnceSettingsConverter(this).convert(surefire, jvms);
  }

  @Override
  String noTests(TestSettings settings) {
    if (testPackage != null) {
      throw new UserError(
          "There are no tests of package "
              + testPackage
              + " in "
              + settings.module().testClasses()
              + ".");
    }
    return new OnceSettingsConverter(this).noTests(settings);
  }

  @Override
  TestSelection narrowed(TestSelection selection) {
    return testPackage == null ? selection : selection.inPackage(testPackage.trim());
  }

  /** Runs the tests, which writes the profile; or takes it from the run of an earlier goal. */
  final void run(TestRun tests, TestRun.Profile profile) throws IOException, InterruptedException {
    SharedRun shared = new SharedRun(this, tests);
    Optional<SharedRun.Left> left = profile.kind().isShared() ? shared.left() : Optional.empty();
    if (left.isPresent() && left.get().file() != null) {
      Files.move(left.get().file(), profile.file());
      getLog().info("The tests ran for this goal as well when " + left.get().by() + " ran them.");
    } else {
      Path reports = tests.settings().module().reports();
      new WrittenFiles(reports).add(List.of(reports.resolve(TestRun.ONCE)));
      shared.invite(profile.kind());
      LeakReport report = shared.profile(profile);
      terminal().clear();
      if (!shared.isMeasured()) {
        warn(report);
      }
      checkWritten(profile, shared, report);
    }
  }

  private void checkWritten(TestRun.Profile profile, SharedRun shared, LeakReport report) {
    if (Files.exists(profile.file())) {
      return;
    }
    for (String note : report.notes()) {
      if (note.startsWith("The tests ran, but ")) {
        throw new UserError(
            note + " Make room, or name another folder with leak.profilesDirectory.");
      }
    }
    Path output =
        reportsDirectory.toPath().resolve(shared.isMeasured() ? TestRun.MEASURED : TestRun.ONCE);
    throw new UserError(
        "The tests' JVM ended before "
            + profile.kind().what()
            + ", see the warnings above and "
            + output
            + ".");
  }

  /** A profile lacks what a test that fails would have done. */
  private void warn(LeakReport report) {
    for (Problem problem : report.problems()) {
      getLog().warn(problem.subject() + ": " + problem.message());
    }
  }
}
