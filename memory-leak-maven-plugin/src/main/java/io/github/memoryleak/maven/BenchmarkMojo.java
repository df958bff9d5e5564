package io.github.memoryleak.maven;

import io.github.memoryleak.maven.build.MeasuringTurn;
import io.github.memoryleak.maven.settings.JvmChoice;
import io.github.memoryleak.maven.settings.SurefireSettings;
import io.github.memoryleak.maven.settings.TestSettings;
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
 * Runs the JMH benchmarks on the module's test class path, by the JMH that lies on it, and shows
 * times and bytes per operation. Writes JMH's results, and a recording of where they allocate.
 */
@Mojo(
    name = "benchmark",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public class BenchmarkMojo extends AbstractTestsMojo {

  /** Which benchmarks: a regular expression over class and method, as JMH has it. */
  @Parameter(property = "leak.benchmark")
  @Nullable String benchmark;

  /**
   * For Maven.
   *
   * @param lifecycle compiles what is needed
   * @param repositories resolves the launcher
   * @param toolchains chooses the JVM
   * @param plugins configures other goals of the same build
   */
  @Inject
  public BenchmarkMojo(
      LifecycleExecutor lifecycle,
      RepositorySystem repositories,
      ToolchainManager toolchains,
      MavenPluginManager plugins) {
    super(new Tools(lifecycle, repositories, toolchains, plugins));
  }

  @Override
  Optional<String> run() throws MojoExecutionException, MojoFailureException, InterruptedException {
    return withModule(this::run);
  }

  private Optional<String> run(TestSettings settings) throws InterruptedException {
    Optional<String> reason = Benchmarks.skipReason(settings);
    if (reason.isEmpty()) {
      MeasuringTurn turn = MeasuringTurn.await(session());
      try {
        new Benchmarks(
                profilesDirectory.toPath(), benchmark == null ? "" : benchmark.trim(), getLog())
            .run(settings);
      } finally {
        turn.end();
      }
      getLog().info("");
      getLog().info("Next: after a change mvn leak:benchmark again, then mvn leak:compare");
    }
    return reason;
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
    return new OnceSettingsConverter(this).noTests(settings);
  }
}
