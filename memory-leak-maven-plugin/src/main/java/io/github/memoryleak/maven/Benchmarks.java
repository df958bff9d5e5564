package io.github.memoryleak.maven;

import io.github.memoryleak.maven.bench.BenchmarkFile;
import io.github.memoryleak.maven.bench.BenchmarkRun;
import io.github.memoryleak.maven.bench.BenchmarkText;
import io.github.memoryleak.maven.dump.ProfileFiles;
import io.github.memoryleak.maven.dump.RecordingSettings;
import io.github.memoryleak.maven.dump.TakenDump;
import io.github.memoryleak.maven.files.Scratch;
import io.github.memoryleak.maven.files.ShownPath;
import io.github.memoryleak.maven.fork.BenchmarkCommand;
import io.github.memoryleak.maven.settings.TestSettings;
import io.github.memoryleak.maven.settings.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/**
 * Runs the benchmarks of a module and shows their results.
 *
 * @param profiles the profiles directory
 * @param selected which benchmarks; empty for all
 * @param log the build's log
 */
record Benchmarks(Path profiles, String selected, Log log) {

  /** {@return why there is nothing to run, if so} */
  static Optional<String> skipReason(TestSettings settings) {
    return BenchmarkRun.isAny(settings.classpath())
        ? Optional.empty()
        : Optional.of(
            "there are no JMH benchmarks on the test class path (no META-INF/BenchmarkList; JMH's"
                + " annotation processor writes it)");
  }

  /** {@return the file with the results} */
  Path run(TestSettings settings) throws InterruptedException {
    ProfileFiles files = new ProfileFiles(profiles);
    LocalDateTime now = LocalDateTime.now();
    try {
      Path results = files.next(ProfileFiles.Type.BENCHMARK, now);
      Path recording = files.next(ProfileFiles.Type.RECORDING, now);
      try (Scratch scratch = Scratch.create()) {
        writeResults(settings, scratch.directory(), results);
        try {
          writeRecording(settings, scratch.directory(), recording);
        } finally {
          show(results);
        }
        log.info("Recording: " + ShownPath.of(recording));
      }
      return results;
    } catch (IOException e) {
      throw new UserError("The benchmarks cannot be run: " + e.getMessage() + ".", e);
    }
  }

  private void writeResults(TestSettings settings, Path scratch, Path results)
      throws InterruptedException {
    TakenDump.plain(
        results, file -> run(settings, scratch, "Measuring", BenchmarkRun.scoring(selected, file)));
  }

  private void writeRecording(TestSettings settings, Path scratch, Path recording)
      throws InterruptedException {
    TakenDump.plain(
        recording,
        file -> {
          Path jfc = scratch.resolve("recording.jfc");
          Files.writeString(jfc, RecordingSettings.JFC, StandardCharsets.UTF_8);
          Path parts = Files.createDirectory(scratch.resolve("recordings"));
          run(settings, scratch, "Recording", BenchmarkRun.recording(selected, jfc, parts));
          BenchmarkRun.join(parts, file);
        });
  }

  private void run(TestSettings settings, Path scratch, String doing, List<String> arguments)
      throws IOException, InterruptedException {
    new BenchmarkRun(BenchmarkCommand.of(settings, scratch, arguments), line -> show(doing, line))
        .run();
  }

  private void show(Path results) {
    BenchmarkText.of(BenchmarkFile.read(results)).forEach(log::info);
    log.info("");
    log.info("Results:   " + ShownPath.of(results));
  }

  /** JMH tells each iteration; a line for each benchmark is enough. */
  private void show(String doing, String line) {
    if (line.startsWith("# Benchmark:") || line.startsWith("# Run progress:")) {
      log.info(doing + ": " + line.substring(2));
    } else {
      log.debug(line);
    }
  }
}
