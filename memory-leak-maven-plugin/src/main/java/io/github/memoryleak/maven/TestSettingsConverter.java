package io.github.memoryleak.maven;

import io.github.memoryleak.Repeating;
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
import io.github.memoryleak.maven.settings.TestSettings.Plan;
import io.github.memoryleak.maven.settings.TestSettings.Policy;
import io.github.memoryleak.maven.settings.UserError;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the settings from the parameters of {@code leak:test} and the POM. */
final class TestSettingsConverter {
  private static final int FEWEST_ROUNDS = 3;

  private final TestMojo mojo;

  TestSettingsConverter(TestMojo mojo) {
    this.mojo = mojo;
  }

  /** Reads every parameter, so that a wrong one is told before anything is compiled. */
  void check() {
    policy();
    Scope.parse(mojo.scope);
    rounds();
    Quantities.count("leak.warmup", mojo.warmup);
    Quantities.duration("leak.settle", mojo.settle);
    Quantities.duration("leak.budget", mojo.budget);
    Quantities.duration("leak.timeout", mojo.timeout);
    heapDumps();
    Profiler.parse(mojo.profiler);
    arguments();
  }

  /** {@return the settings} */
  TestSettings convert(SurefireSettings surefire, JvmChoice jvms) {
    ModuleReader reader = new ModuleReader(mojo.project(), mojo.session());
    return new TestSettings(
        reader.module(surefire, mojo.reportsDirectory.toPath()),
        plan(surefire, jvms),
        policy(),
        surefire);
  }

  private Plan plan(SurefireSettings surefire, JvmChoice jvms) {
    @Nullable Path jvm = mojo.jvm == null ? null : mojo.jvm.toPath();
    return new Plan(
        mojo.test == null || mojo.test.isBlank() ? surefire.tests().test() : mojo.test.trim(),
        Scope.parse(mojo.scope),
        rounds(),
        Quantities.count("leak.warmup", mojo.warmup),
        Quantities.duration("leak.settle", mojo.settle),
        Quantities.duration("leak.budget", mojo.budget),
        Quantities.duration("leak.timeout", mojo.timeout),
        jvms.command(jvm, surefire.jvm()),
        arguments(),
        heapDumps(),
        Profiler.parse(mojo.profiler));
  }

  private Policy policy() {
    return new Policy(
        mojo.thresholds.toLimits(mojo.preset),
        mojo.failOnLeak,
        mojo.failOnInconclusive,
        OnTestFailure.parse(mojo.onTestFailure),
        mojo.failIfNoTests,
        new AcceptedConverter(mojo).convert(),
        knownLeaks());
  }

  private KnownLeaks knownLeaks() {
    if (mojo.knownLeaks == null) {
      return KnownLeaks.NONE;
    }
    try (Reader in = Files.newBufferedReader(mojo.knownLeaks.toPath())) {
      return KnownLeaks.read(mojo.knownLeaks.toString(), in);
    } catch (NoSuchFileException e) {
      throw new UserError("There is no file " + mojo.knownLeaks + ": check leak.knownLeaks.", e);
    } catch (IOException | IllegalArgumentException e) {
      throw new UserError(e.getMessage() + ".", e);
    }
  }

  private int rounds() {
    int rounds = Quantities.count("leak.rounds", mojo.rounds);
    if (rounds < FEWEST_ROUNDS || rounds > Repeating.MAX_ROUNDS) {
      throw new UserError(
          "leak.rounds must be 3 to "
              + Repeating.MAX_ROUNDS
              + ", but is "
              + rounds
              + ": fewer cannot tell a leak from a warm-up, and more tell nothing new.");
    }
    return rounds;
  }

  private List<String> arguments() {
    return mojo.argLine == null ? List.of() : ArgLine.split(mojo.argLine);
  }

  private HeapDumps heapDumps() {
    HeapDumps.Keep keep = HeapDumps.Keep.of(mojo.heapDump.trim());
    if (keep == null) {
      throw new UserError(
          "leak.heapDump must be never, onLeak or always, but is '" + mojo.heapDump + "'.");
    }
    return new HeapDumps(
        keep,
        mojo.profilesDirectory.toPath(),
        Quantities.count("leak.maxDumps", mojo.maxDumps),
        Quantities.bytes("leak.maxDumpBytes", mojo.maxDumpBytes));
  }
}
