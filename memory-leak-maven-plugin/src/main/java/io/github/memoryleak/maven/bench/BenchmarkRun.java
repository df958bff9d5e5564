package io.github.memoryleak.maven.bench;

import io.github.memoryleak.maven.files.FullDisk;
import io.github.memoryleak.maven.settings.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Runs the JMH benchmarks of a class path, by the JMH that lies on it.
 *
 * @param process starts JMH
 * @param output hears of each line that JMH prints
 */
public record BenchmarkRun(ProcessBuilder process, Consumer<String> output) {
  /** JMH's main class. */
  public static final String MAIN = "org.openjdk.jmh.Main";

  private static final String LIST = "META-INF/BenchmarkList";
  private static final int TAIL = 12;

  /**
   * {@return whether there are benchmarks, by the list that JMH's annotation processor writes}
   *
   * @param classpath jars and directories
   */
  public static boolean isAny(List<Path> classpath) {
    return classpath.stream().anyMatch(BenchmarkRun::hasList);
  }

  private static boolean hasList(Path entry) {
    if (Files.isDirectory(entry)) {
      return Files.isRegularFile(entry.resolve(LIST));
    }
    if (!Files.isRegularFile(entry)) {
      return false;
    }
    try (ZipFile zip = new ZipFile(entry.toFile())) {
      return zip.getEntry(LIST) != null;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * {@return JMH's arguments for scores: nothing runs in its JVMs beside the benchmarks, for what a
   * recorder allocates counts as theirs, and weighs the more the fewer operations there are}
   *
   * @param selected a regular expression; empty for all benchmarks
   * @param results where the results go
   */
  public static List<String> scoring(String selected, Path results) {
    return with(
        selected,
        List.of("-prof", "gc", "-foe", "true", "-rf", "json", "-rff", results.toString()));
  }

  /**
   * {@return JMH's arguments for a recording: one JVM for each benchmark, whose scores are of no
   * use}
   *
   * @param selected a regular expression; empty for all benchmarks
   * @param settings the Flight Recorder's settings
   * @param scratch where each of JMH's JVMs leaves its recording
   */
  public static List<String> recording(String selected, Path settings, Path scratch) {
    String recorder =
        "-XX:StartFlightRecording=filename=" + scratch + ",dumponexit=true,settings=" + settings;
    return with(
        selected,
        List.of(
            "-foe",
            "true",
            "-f",
            "1",
            "-wf",
            "0",
            // What is appended or given here would take the place of that in a benchmark's @Fork.
            "-jvmArgsPrepend",
            '"' + recorder + "\" -Xlog:jfr*=error"));
  }

  private static List<String> with(String selected, List<String> arguments) {
    return selected.isBlank()
        ? arguments
        : Stream.concat(Stream.of(selected), arguments.stream()).toList();
  }

  /**
   * Runs them.
   *
   * @throws UserError when a benchmark fails, or none is selected; with the end of JMH's output
   * @throws IOException when JMH cannot be started
   * @throws InterruptedException when the build is being ended
   */
  public void run() throws IOException, InterruptedException {
    Deque<String> tail = new ArrayDeque<>();
    List<String> signs = new ArrayList<>();
    Process jmh = process.redirectErrorStream(true).start();
    Thread atExit = new Thread(jmh::destroyForcibly, "leak benchmark end");
    Runtime.getRuntime().addShutdownHook(atExit);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(jmh.getInputStream(), StandardCharsets.UTF_8))) {
      jmh.getOutputStream().close();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.accept(line);
        if (FullDisk.isToldBy(line)) {
          signs.add(line);
        }
        tail.add(line);
        if (tail.size() > TAIL) {
          tail.remove();
        }
      }
      if (jmh.waitFor() != 0) {
        FullDisk.reject(signs);
        throw new UserError(failure(jmh.exitValue(), tail));
      }
    } finally {
      jmh.destroyForcibly();
      removeHook(atExit);
    }
  }

  private static String failure(int code, Deque<String> tail) {
    if (tail.stream().anyMatch(line -> line.startsWith("No matching benchmarks"))) {
      return "No benchmark matches leak.benchmark: it is a regular expression over class and"
          + " method, such as CartBench.add.";
    }
    return "The benchmarks failed (exit code "
        + code
        + "). JMH ended with:\n  "
        + String.join("\n  ", tail);
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The build is being ended: the hook runs, which is what it is for.
    }
  }

  /**
   * Joins what JMH's JVMs recorded: recordings one after the other are a recording.
   *
   * @param scratch where they left their recordings
   * @param file where to
   * @throws IOException when it cannot be written
   */
  public static void join(Path scratch, Path file) throws IOException {
    List<Path> parts;
    try (Stream<Path> all = Files.list(scratch)) {
      parts = all.filter(p -> p.toString().endsWith(".jfr")).sorted().toList();
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      for (Path part : parts) {
        try (InputStream in = Files.newInputStream(part)) {
          in.transferTo(out);
        }
      }
    }
  }
}
