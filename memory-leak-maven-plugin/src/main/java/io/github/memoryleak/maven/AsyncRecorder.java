package io.github.memoryleak.maven;

import io.github.memoryleak.maven.dump.AttachedJvm;
import io.github.memoryleak.maven.dump.RecordingSettings;
import io.github.memoryleak.maven.files.Scratch;
import io.github.memoryleak.maven.fork.TestRun;
import io.github.memoryleak.maven.launcher.ProfilerResolver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.maven.project.MavenProject;

/**
 * Records by async-profiler: all allocation by its own sampler, which objects stay alive, and by
 * the Flight Recorder beside it what the collector does and which test runs.
 *
 * @param resolver fetches async-profiler
 * @param project the module
 */
record AsyncRecorder(ProfilerResolver resolver, MavenProject project) {
  /** A sample for each of so many bytes; 0.5 MB, the default, shows little of a unit test. */
  private static final String EVENTS = "event=alloc,alloc=64k,live";

  /** Runs the tests with the agent. */
  interface Run {
    void with(TestRun.Profile profile) throws IOException, InterruptedException;
  }

  /** Runs tests, which writes the recording. */
  void record(Path file, Run run) throws IOException, InterruptedException {
    // The agent's options are separated by commas, which the folder of a project may contain.
    try (Scratch scratch = Scratch.create()) {
      Path recorded = scratch.directory().resolve("recording.jfr");
      String agent =
          "-agentpath:" + library(scratch) + "=start," + EVENTS + options(scratch, recorded);
      run.with(new TestRun.Profile(TestRun.Kind.AGENT_RECORDING, recorded, List.of(agent)));
      Files.move(recorded, file);
    }
  }

  /** Records a running JVM. */
  void record(Path file, AttachedJvm jvm, Duration duration)
      throws IOException, InterruptedException {
    try (Scratch scratch = Scratch.create()) {
      Path recorded = scratch.directory().resolve("recording.jfr");
      String options = options(scratch, recorded);
      jvm.record(
          library(scratch),
          new AttachedJvm.AgentOptions("start," + EVENTS + options, "stop,file=" + recorded),
          duration);
      Files.move(recorded, file);
    }
  }

  private Path library(Scratch scratch) throws IOException {
    return resolver.library(project, scratch.directory());
  }

  private static String options(Scratch scratch, Path recorded) throws IOException {
    Path settings = scratch.directory().resolve("recording.jfc");
    Files.writeString(settings, RecordingSettings.JFC_WITHOUT_ALLOCATION, StandardCharsets.UTF_8);
    return ",jfrsync=" + settings + ",file=" + recorded;
  }
}
