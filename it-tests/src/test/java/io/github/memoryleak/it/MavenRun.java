package io.github.memoryleak.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A project in a folder of its own, and real {@code mvn} builds of it. */
final class MavenRun {
  private static final String PARENT = "setup-parent";
  private static final Map<Path, Integer> COPIES = new ConcurrentHashMap<>();
  private static final long LIMIT_MINUTES = 30;
  private static final long POLL_MILLIS = 20;

  /** What would make a build depend on who started it. */
  private static final List<String> FOREIGN =
      List.of(
          "M2_HOME",
          "MAVEN_HOME",
          "MAVEN_OPTS",
          "MAVEN_ARGS",
          "MAVEN_BASEDIR",
          "MAVEN_CMD_LINE_ARGS",
          "MAVEN_PROJECTBASEDIR",
          "JAVA_TOOL_OPTIONS",
          "NO_COLOR",
          "GITHUB_ACTIONS",
          "GITHUB_WORKSPACE",
          "GITHUB_STEP_SUMMARY");

  /** Builds are short: what the second compiler does does not pay in them. */
  private static final String QUICK = "-XX:TieredStopAtLevel=1";

  private final Path directory;
  private final Map<String, String> environment = new HashMap<>();
  private Path mavenHome = Settings.mavenHome();
  private List<String> prefix = List.of();

  private MavenRun(Path directory) {
    this.directory = directory;
  }

  /** {@return a fresh copy of a sample} */
  static MavenRun of(String sample) {
    return of(sample, Settings.work());
  }

  /** {@return a fresh copy of a sample inside that folder} */
  static MavenRun of(String sample, Path folder) {
    int number = COPIES.merge(folder.resolve(sample), 1, Integer::sum);
    try {
      Path directory = folder.resolve(sample + "-" + number);
      delete(directory);
      copy(Settings.samples().resolve(sample), directory);
      copyParent(folder);
      return new MavenRun(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return builds of the project that is in that folder already} */
  static MavenRun in(Path directory) {
    return new MavenRun(directory);
  }

  /** Builds with another Maven. */
  MavenRun maven(Path home) {
    mavenHome = home;
    return this;
  }

  /** Builds where no file may become larger, as on a disk that is nearly full. */
  MavenRun withLargestFile(int kilobytes) {
    prefix = List.of("bash", "-c", "ulimit -f " + kilobytes + "; exec \"$@\"", "limited");
    return this;
  }

  /** Builds with a variable in the environment. */
  MavenRun with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Path directory() {
    return directory;
  }

  /**
   * Runs {@code mvn -B -ntp} and waits for it.
   *
   * @param arguments goals and options
   */
  MavenResult run(String... arguments) {
    return build(process -> {}, arguments);
  }

  /**
   * Runs {@code mvn -B -ntp} and ends it from outside, as a CI server does.
   *
   * @param file when to end it: when this file of the project
   * @param text has this text in it
   * @param arguments goals and options
   */
  MavenResult breakOff(String file, String text, String... arguments) {
    return build(
        process -> {
          awaitText(directory.resolve(file), text, process);
          process.destroy();
        },
        arguments);
  }

  private interface Meanwhile {
    void with(Process build) throws IOException, InterruptedException;
  }

  private MavenResult build(Meanwhile meanwhile, String... arguments) {
    try {
      Path log = directory.resolveSibling(directory.getFileName() + ".log");
      Process process = start(log, arguments);
      meanwhile.with(process);
      if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new IllegalStateException("The build did not end, see " + log);
      }
      byte[] output = Files.readAllBytes(log);
      return new MavenResult(
          directory,
          process.exitValue(),
          new String(output, StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for a build", e);
    }
  }

  /** Waits until it is there, or the build has ended. */
  private static void awaitText(Path file, String text, Process build)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(LIMIT_MINUTES);
    while (build.isAlive()
        && System.nanoTime() < end
        && !(Files.exists(file) && Files.readString(file).contains(text))) {
      build.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private Process start(Path log, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(mavenHome.resolve("bin/mvn").toString());
    command.addAll(List.of("-B", "-ntp", "-Dleak.version=" + Settings.leakVersion()));
    command.addAll(Settings.repositoryArguments());
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().keySet().removeAll(FOREIGN);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("MAVEN_OPTS", QUICK);
    builder.environment().putAll(environment);
    return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  /** Puts the parent of all samples into a folder of projects. */
  static synchronized void copyParent(Path folder) throws IOException {
    if (!Files.exists(folder.resolve(PARENT))) {
      copy(Settings.samples().resolve(PARENT), folder.resolve(PARENT));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            if (dir.endsWith("target")) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(dir).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, IOException failure)
              throws IOException {
            Files.delete(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
