package io.github.memoryleak.maven;

import io.github.memoryleak.maven.build.MeasuringTurn;
import io.github.memoryleak.maven.dump.ProfileFiles;
import io.github.memoryleak.maven.files.ShownPath;
import io.github.memoryleak.maven.settings.TestSettings;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
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
 * Measures the tests, then runs the benchmarks and compares them with earlier results, where there
 * is something to do. All of it runs, whatever comes of the parts; one table and one verdict are at
 * the end.
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public class CheckMojo extends TestMojo {

  /** Which benchmarks: a regular expression over class and method, as JMH has it. */
  @Parameter(property = "leak.benchmark")
  @Nullable String benchmark;

  /** The earlier results of benchmarks; by default the newest ones in the profiles directory. */
  @Parameter(property = "leak.base")
  @Nullable File base;

  /** How much more a benchmark may allocate for an operation than before. */
  @Parameter(property = "leak.benchmarkBytesGrowth", defaultValue = "5%")
  String benchmarkBytesGrowth = "5%";

  /**
   * How much longer an operation of a benchmark may take than before, beyond both error margins.
   */
  @Parameter(property = "leak.benchmarkTimeGrowth", defaultValue = "10%")
  String benchmarkTimeGrowth = "10%";

  private @Nullable Path earlier;
  private @Nullable Path results;

  /**
   * For Maven.
   *
   * @param lifecycle compiles what is needed
   * @param repositories resolves the launcher
   * @param toolchains chooses the JVM
   * @param plugins configures other goals of the same build
   */
  @Inject
  public CheckMojo(
      LifecycleExecutor lifecycle,
      RepositorySystem repositories,
      ToolchainManager toolchains,
      MavenPluginManager plugins) {
    super(lifecycle, repositories, toolchains, plugins);
  }

  @Override
  void check() {
    super.check();
    comparison();
  }

  private BenchmarkReport comparison() {
    return BenchmarkReport.of(benchmarkBytesGrowth, benchmarkTimeGrowth, getLog());
  }

  @Override
  Optional<String> run() throws MojoExecutionException, MojoFailureException, InterruptedException {
    CheckedParts parts = new CheckedParts(getLog());
    parts.run("test", super::run);
    parts.run("benchmark", () -> withModule(this::benchmarks));
    parts.run("compare", this::compare);
    parts.judge();
    return Optional.empty();
  }

  private Optional<String> benchmarks(TestSettings settings) throws InterruptedException {
    Optional<String> reason = Benchmarks.skipReason(settings);
    if (reason.isPresent()) {
      return reason;
    }
    Path profiles = profilesDirectory.toPath();
    earlier = earlier(profiles);
    MeasuringTurn turn = MeasuringTurn.await(session());
    try {
      results =
          new Benchmarks(profiles, benchmark == null ? "" : benchmark.trim(), getLog())
              .run(settings);
    } finally {
      turn.end();
    }
    return Optional.empty();
  }

  private @Nullable Path earlier(Path profiles) {
    if (base != null) {
      return base.toPath();
    }
    List<Path> all = new ProfileFiles(profiles).all(ProfileFiles.Type.BENCHMARK);
    return all.isEmpty() ? null : all.get(all.size() - 1);
  }

  private Optional<String> compare() throws MojoFailureException {
    if (results == null) {
      return Optional.of("there are no results of benchmarks");
    }
    if (earlier == null) {
      return Optional.of(
          "these are the first results, " + ShownPath.of(results) + "; leak.base names others");
    }
    Optional<String> worse = comparison().compare(List.of(earlier, results));
    if (worse.isPresent()) {
      throw new MojoFailureException(worse.get());
    }
    return Optional.empty();
  }
}
