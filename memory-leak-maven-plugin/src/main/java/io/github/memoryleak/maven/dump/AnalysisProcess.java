package io.github.memoryleak.maven.dump;

import io.github.memoryleak.heap.HeapMain;
import io.github.memoryleak.heap.HeapMemory;
import io.github.memoryleak.maven.settings.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * Reads heap dumps in a JVM of its own, so that Maven's heap may be as small as it is. The process
 * never outlives the build.
 *
 * @param output gets the lines of the result
 * @param progress gets what is being done, now and then
 */
public record AnalysisProcess(Consumer<String> output, Consumer<String> progress) {
  private static final String TOO_MUCH = "The heap grew by ";
  private static final int KILLED = 137;

  /**
   * Runs a command.
   *
   * @param arguments the command, its files and options
   * @param dumps the dumps that it reads, which decide how much memory it gets
   * @return which growth is too much, if any
   * @throws UserError when the command fails; the message is the process's own
   * @throws IOException when the process cannot be started
   * @throws InterruptedException when the build is being ended
   */
  public Optional<String> run(List<String> arguments, List<Path> dumps)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command(arguments, dumps)).start();
    Thread atExit = new Thread(process::destroyForcibly, "leak analysis end");
    Runtime.getRuntime().addShutdownHook(atExit);
    List<String> errors = new ArrayList<>();
    try {
      process.getOutputStream().close();
      CompletableFuture<Void> reading =
          CompletableFuture.runAsync(() -> readErrors(process, errors));
      relay(process);
      int code = process.waitFor();
      reading.join();
      return outcome(code, errors);
    } catch (CompletionException | UncheckedIOException e) {
      throw new IOException("the analysis could not be read: " + e.getMessage(), e);
    } finally {
      process.destroyForcibly();
      removeHook(atExit);
    }
  }

  /**
   * Writes a redacted copy of a dump.
   *
   * @param dump the dump
   * @param copy the copy, compressed when its name ends with {@code .gz}
   * @throws UserError when that fails
   * @throws IOException when the process cannot be started
   * @throws InterruptedException when the build is being ended
   */
  void redact(Path dump, Path copy) throws IOException, InterruptedException {
    List<String> arguments = List.of("redact", dump.toString(), copy.toString());
    new AnalysisProcess(line -> {}, progress).run(arguments, List.of(dump));
  }

  private static List<String> command(List<String> arguments, List<Path> dumps) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(HeapMemory.jvmOptions(StoredDumps.largest(dumps)));
    command.addAll(List.of("-cp", core(), HeapMain.class.getName()));
    command.addAll(arguments);
    command.add("--progress");
    return command;
  }

  private static String core() {
    try {
      return Path.of(HeapMain.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private void relay(Process process) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.accept(line);
      }
    }
  }

  /** Progress begins with a tab. */
  private void readErrors(Process process, List<String> errors) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("\t")) {
          progress.accept(AnalysisProgress.text(line));
        } else {
          errors.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> outcome(int code, List<String> errors) {
    if (code == HeapMain.DONE) {
      return Optional.empty();
    }
    if (code == HeapMain.EXCEEDED && !errors.isEmpty() && errors.get(0).startsWith(TOO_MUCH)) {
      return Optional.of(errors.get(0));
    }
    if (code == HeapMain.FAULT || errors.isEmpty()) {
      throw new UserError(
          "The analysis failed with exit code "
              + code
              + (code == KILLED ? ": the machine had not enough memory for it." : ".")
              + errors.stream().map(line -> "\n  " + line).reduce("", String::concat));
    }
    throw new UserError(errors.get(0));
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The build is being ended: the hook runs, which is what it is for.
    }
  }
}
