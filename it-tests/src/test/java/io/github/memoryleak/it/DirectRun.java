package io.github.memoryleak.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.memoryleak.benchmark.TimedProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts the measured JVM of an earlier build again, without Maven: with the arguments and settings
 * that the build left behind, in a folder of its own.
 *
 * @param prepared the folder with the arguments and settings
 */
record DirectRun(Path prepared) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofMinutes(10);

  /** The main class and its settings. */
  private static final int OWN_ARGUMENTS = 2;

  /** The result as JSON, and the process that made it. */
  record Timed(JsonNode result, TimedProcess process) {}

  /** {@return the measured JVM of a build} */
  static DirectRun of(MavenResult build) throws IOException {
    try (Stream<Path> files = Files.walk(build.directory().resolve("target"))) {
      Path arguments =
          files
              .filter(file -> file.endsWith("arguments.txt"))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException(build.output()));
      return new DirectRun(arguments.getParent());
    }
  }

  /**
   * {@return the result as JSON}
   *
   * @param jdk the home of the JDK to run on
   * @param slot a folder that no other run uses right now
   */
  JsonNode run(Path jdk, Path slot) throws IOException, InterruptedException {
    return timed(jdk, slot).result();
  }

  /** {@return the result, and how long it took; parameters as of {@link #run}} */
  Timed timed(Path jdk, Path slot) throws IOException, InterruptedException {
    Files.createDirectories(slot);
    Path arguments = adapt("arguments.txt", slot);
    adapt("settings.properties", slot);
    Path result = slot.resolve("result.json");
    Files.deleteIfExists(result);
    // Standard input stays open: its end would end the measured JVM.
    TimedProcess process =
        TimedProcess.run(
            new ProcessBuilder(jdk.resolve("bin/java").toString(), "@" + arguments)
                .directory(project().toFile())
                .redirectErrorStream(true)
                .redirectOutput(slot.resolve("output.txt").toFile()),
            LIMIT);
    if (!process.ended()) {
      throw new IllegalStateException("The measured JVM did not end, see " + slot);
    }
    if (!Files.exists(result)) {
      throw new IllegalStateException("The measured JVM left no result, see " + slot);
    }
    return new Timed(JSON.readTree(result.toFile()), process);
  }

  /** {@return the arguments before the main class: options and class path} */
  List<String> jvmArguments() throws IOException {
    List<String> lines = Files.readAllLines(prepared.resolve("arguments.txt"));
    return lines.subList(0, lines.size() - OWN_ARGUMENTS).stream()
        .map(line -> line.substring(1, line.length() - 1).replace("\\\\", "\\"))
        .toList();
  }

  /** Copies a file, so that it names the slot where it named the folder of the build. */
  private Path adapt(String name, Path slot) throws IOException {
    String text = Files.readString(prepared.resolve(name), StandardCharsets.UTF_8);
    return Files.writeString(
        slot.resolve(name), text.replace(prepared.toString(), slot.toString()));
  }

  private Path project() {
    Path folder = prepared;
    while (!folder.endsWith("target")) {
      folder = folder.getParent();
    }
    return folder.getParent();
  }
}
