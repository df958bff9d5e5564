package io.github.memoryleak.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.memoryleak.LeakThresholds;
import io.github.memoryleak.explain.HeapDumps;
import io.github.memoryleak.explain.NativeProfiler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A measured JVM of its own, started as the build does it. */
final class MeasuredChild implements AutoCloseable {
  /** A guard against hanging for ever, no limit on performance. */
  private static final Duration HANG = Duration.ofMinutes(3);

  private final Path directory;
  private final List<String> command = new ArrayList<>();
  private Process process;

  MeasuredChild(Path directory, String... jvmOptions) {
    this.directory = directory;
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of(jvmOptions));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(MeasuredJvm.class.getName());
  }

  /** Starts it with arguments. */
  MeasuredChild start(String... arguments) throws IOException {
    command.addAll(List.of(arguments));
    process =
        new ProcessBuilder(command)
            .redirectOutput(file("stdout").toFile())
            .redirectError(file("stderr").toFile())
            .start();
    return this;
  }

  /** Starts it to measure classes of the package {@code com.acme}. */
  MeasuredChild measure(List<String> classes, List<String> quarantine) throws IOException {
    DriverSettings settings =
        new DriverSettings(
            file("result.json"),
            file("progress"),
            file("last-words"),
            file("thread-dump"),
            file("judged-so-far.json"),
            classes.stream().map(name -> "com.acme." + name).toList(),
            List.of(),
            List.of(),
            List.of(),
            List.of("junit-jupiter"),
            List.of(),
            Map.of(),
            quarantine,
            false,
            "test",
            2,
            6,
            LeakThresholds.normal(),
            Duration.ofMillis(100),
            Duration.ofMinutes(5),
            HeapDumps.TEMPORARY,
            NativeProfiler.NOT_WANTED);
    settings.store(file("settings.properties"));
    return start(file("settings.properties").toString());
  }

  /** {@return its exit code, once it has ended} */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(HANG.toSeconds(), TimeUnit.SECONDS)) {
      fail("The measured JVM has not ended after %s", HANG);
    }
    return process.exitValue();
  }

  /** Sends a line to it. */
  void send(String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
    process.getOutputStream().flush();
  }

  /** Ends its standard input, as the end of the parent would. */
  void letGo() throws IOException {
    process.getOutputStream().close();
  }

  /** Waits until a test is about to run. */
  void awaitTest(String name) throws IOException {
    long end = System.nanoTime() + HANG.toNanos();
    while (Progress.read(file("progress")).filter(p -> p.test().equals(name)).isEmpty()) {
      assertThat(process.isAlive()).as(read("stderr")).isTrue();
      pause(end, "The test has not begun");
    }
  }

  /** Asks for thread dumps until one has that text. */
  String awaitDump(String part) throws IOException {
    long end = System.nanoTime() + HANG.toNanos();
    String dump = "";
    while (!dump.contains(part)) {
      Files.deleteIfExists(file("thread-dump"));
      send("dump");
      while (!Files.exists(file("thread-dump"))) {
        pause(end, "No thread dump was written");
      }
      dump = read("thread-dump");
      pause(end, "No thread dump had " + part);
    }
    return dump;
  }

  /** {@return what it told of its progress at the end} */
  Progress progress() throws IOException {
    return Progress.read(file("progress")).orElseThrow();
  }

  JsonNode report() throws IOException {
    return json("result.json");
  }

  /** {@return what it wrote last of what it had judged} */
  JsonNode judgedSoFar() throws IOException {
    return json("judged-so-far.json");
  }

  private JsonNode json(String name) throws IOException {
    return new ObjectMapper().readTree(file(name).toFile());
  }

  Path file(String name) {
    return directory.resolve(name);
  }

  String read(String name) throws IOException {
    return Files.readString(file(name)).replace("\r\n", "\n");
  }

  private static void pause(long end, String late) {
    if (System.nanoTime() - end > 0) {
      fail("%s after %s", late, HANG);
    }
    LockSupport.parkNanos(5_000_000);
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly().onExit().join();
    }
  }
}
