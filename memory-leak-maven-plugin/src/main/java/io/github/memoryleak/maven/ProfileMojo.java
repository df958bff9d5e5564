package io.github.memoryleak.maven;

import io.github.memoryleak.maven.dump.AttachedJvm;
import io.github.memoryleak.maven.dump.ProfileFiles;
import io.github.memoryleak.maven.dump.TakenDump;
import io.github.memoryleak.maven.fork.TestRun;
import io.github.memoryleak.maven.launcher.ProfilerResolver;
import io.github.memoryleak.maven.recording.Focus;
import io.github.memoryleak.maven.recording.RecordingText;
import io.github.memoryleak.maven.recording.SampleIndex;
import io.github.memoryleak.maven.settings.Profiler;
import io.github.memoryleak.maven.settings.Quantities;
import io.github.memoryleak.maven.settings.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
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
 * Records where the tests of the module allocate, or a running JVM, and shows what allocates most.
 * Writes the recording, and beside it a flame graph, collapsed stacks and a profile for pprof.
 */
@Mojo(
    name = "profile",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.TEST,
    requiresProject = false,
    threadSafe = true)
public class ProfileMojo extends AbstractOnceMojo {
  /** How long a running JVM is recorded. */
  @Parameter(property = "leak.duration", defaultValue = "30s")
  String duration = "30s";

  /**
   * Who records: the Flight Recorder ({@code jfr}), or {@code async-profiler}, on Linux and macOS,
   * which also tells what was still alive at the end ({@code inuse_space}).
   */
  @Parameter(property = "leak.profiler", defaultValue = "jfr")
  String profiler = "jfr";

  /** What is counted: {@code alloc_space} or {@code alloc_objects}. */
  @Parameter(property = "leak.sampleIndex", defaultValue = "alloc_space")
  String sampleIndex = "alloc_space";

  /** Only samples with a frame or a class in which this regular expression is found. */
  @Parameter(property = "leak.focus")
  @Nullable String focus;

  /** No samples with a frame or a class in which this regular expression is found. */
  @Parameter(property = "leak.ignore")
  @Nullable String ignore;

  /** How many lines each table has. */
  @Parameter(property = "leak.top", defaultValue = "20")
  String top = "20";

  /**
   * For Maven.
   *
   * @param lifecycle compiles what is needed
   * @param repositories resolves the launcher
   * @param toolchains chooses the JVM
   * @param plugins configures other goals of the same build
   */
  @Inject
  public ProfileMojo(
      LifecycleExecutor lifecycle,
      RepositorySystem repositories,
      ToolchainManager toolchains,
      MavenPluginManager plugins) {
    super(new Tools(lifecycle, repositories, toolchains, plugins));
  }

  @Override
  Optional<String> run() throws MojoExecutionException, MojoFailureException, InterruptedException {
    RecordingText.Options options =
        new RecordingText.Options(
            SampleIndex.of(sampleIndex),
            Focus.of(focus, ignore),
            Quantities.count("leak.top", top));
    Duration length = Quantities.duration("leak.duration", duration);
    Optional<AsyncRecorder> async = async();
    if (pid == null) {
      return withTests(tests -> show(options, file -> record(tests, file, async)));
    }
    AttachedJvm attached = AttachedJvm.of(pid);
    show(
        options,
        file -> {
          if (async.isPresent()) {
            async.get().record(file, attached, length);
          } else {
            attached.record(file, length);
          }
        });
    return Optional.empty();
  }

  @Override
  void check() {
    super.check();
    Profiler.parse(profiler);
  }

  private Optional<AsyncRecorder> async() {
    if (Profiler.parse(profiler) == Profiler.JFR) {
      return Optional.empty();
    }
    ProfilerResolver.platform(System.getProperty("os.name"), System.getProperty("os.arch"));
    return Optional.of(new AsyncRecorder(profilerResolver(), project()));
  }

  private void record(TestRun tests, Path file, Optional<AsyncRecorder> async)
      throws IOException, InterruptedException {
    if (async.isPresent()) {
      async.get().record(file, profile -> run(tests, profile));
    } else {
      run(tests, new TestRun.Profile(TestRun.Kind.RECORDING, file));
    }
  }

  @Override
  TestRun.Kind profileKind() {
    return Profiler.parse(profiler) == Profiler.JFR
        ? TestRun.Kind.RECORDING
        : TestRun.Kind.AGENT_RECORDING;
  }

  private void show(RecordingText.Options options, TakenDump.Writer writer)
      throws InterruptedException {
    Path directory = directory(profilesDirectory);
    Path file;
    try {
      file = new ProfileFiles(directory).next(ProfileFiles.Type.RECORDING, LocalDateTime.now());
    } catch (IOException e) {
      throw new UserError(directory + " cannot be made: " + e.getMessage() + ".", e);
    }
    TakenDump.plain(file, writer);
    new RecordingReport(getLog(), false).show(file, options);
  }
}
