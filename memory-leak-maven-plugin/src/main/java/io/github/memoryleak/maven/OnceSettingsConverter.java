package io.github.memoryleak.maven;

import io.github.memoryleak.LeakThresholds;
import io.github.memoryleak.explain.HeapDumps;
import io.github.memoryleak.finding.KnownLeaks;
import io.github.memoryleak.maven.settings.ArgLine;
import io.github.memoryleak.maven.settings.JvmChoice;
import io.github.memoryleak.maven.settings.ModuleReader;
import io.github.memoryleak.maven.settings.OnTestFailure;
import io.github.memoryleak.maven.settings.Profiler;
import io.github.memoryleak.maven.settings.Quantities;
import io.github.memoryleak.maven.settings.Scope;
import io.github.memoryleak.maven.settings.SurefireSettings;
import io.github.memoryleak.maven.settings.TestSettings;
import io.github.memoryleak.maven.settings.TestSettings.Accepted;
import io.github.memoryleak.maven.settings.TestSettings.Plan;
import io.github.memoryleak.maven.settings.TestSettings.Policy;
import io.github.memoryleak.maven.settings.UserError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the settings of a single run of the tests from the parameters of {@code leak:heap} and the
 * like.
 */
final class OnceSettingsConverter {
  private final AbstractTestsMojo mojo;

  OnceSettingsConverter(AbstractTestsMojo mojo) {
    this.mojo = mojo;
  }

  /** Reads every parameter, so that a wrong one is told before anything is compiled. */
  void check() {
    Quantities.duration("leak.timeout", mojo.timeout);
    arguments();
  }

  /** {@return the settings} */
  TestSettings convert(SurefireSettings surefire, JvmChoice jvms) {
    ModuleReader reader = new ModuleReader(mojo.project(), mojo.session());
    Policy policy =
        new Policy(
            LeakThresholds.normal(),
            false,
            false,
            OnTestFailure.FAIL,
            false,
            Accepted.NOTHING,
            KnownLeaks.NONE);
    return new TestSettings(
        reader.module(surefire, mojo.reportsDirectory.toPath()),
        plan(surefire, jvms),
        policy,
        surefire);
  }

  /** The tests run once; nothing is measured. */
  private Plan plan(SurefireSettings surefire, JvmChoice jvms) {
    @Nullable Path jvm = mojo.jvm == null ? null : mojo.jvm.toPath();
    return new Plan(
        mojo.test == null || mojo.test.isBlank() ? surefire.tests().test() : mojo.test.trim(),
        Scope.SUITE,
        1,
        0,
        Duration.ZERO,
        Duration.ZERO,
        Quantities.duration("leak.timeout", mojo.timeout),
        jvms.command(jvm, surefire.jvm()),
        arguments(),
        HeapDumps.TEMPORARY,
        Profiler.JFR);
  }

  /** Why there is nothing to run. */
  String noTests(TestSettings settings) {
    String named = settings.plan().test();
    Path folder = settings.module().testClasses();
    if (named != null) {
      throw new UserError(
          "No test class matches '" + named + "' in " + folder + ": check leak.test.");
    }
    return "there are no tests in " + folder;
  }

  private List<String> arguments() {
    return mojo.argLine == null ? List.of() : ArgLine.split(mojo.argLine);
  }
}
