package io.github.memoryleak.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.memoryleak.leakbench.Detector;
import io.github.memoryleak.leakbench.DetectorMain;
import io.github.memoryleak.leakbench.Sighting;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs detectors on one case, each in a JVM with the options and the class path that our own
 * measurement has.
 *
 * @param subject the case
 * @param direct starts our measured JVM again
 * @param folder where the JVMs write
 */
record LeakBenchRun(LeakBenchCase subject, DirectRun direct, Path folder) {
  private static final Path JDK = Path.of(System.getProperty("java.home"));
  private static final long LIMIT_MINUTES = 3;

  /**
   * What one detector said, and how long its JVM took.
   *
   * @param sighting what it said; no leak when its JVM did not come to an end
   * @param seconds of the whole process
   */
  record Timed(Sighting sighting, double seconds) {}

  static LeakBenchRun prepare(LeakBenchCase subject) throws IOException {
    MavenResult build = CorpusProject.of(subject.subject()).run("clean", "leak:test");
    Path folder = build.directory().resolve("target").resolve("leakbench");
    return new LeakBenchRun(subject, DirectRun.of(build), Files.createDirectories(folder));
  }

  Timed ours() throws IOException, InterruptedException {
    long start = System.nanoTime();
    JsonNode result = direct.run(JDK, folder.resolve("ours"));
    double seconds = seconds(start);
    List<String> types = new ArrayList<>();
    List<String> holders = new ArrayList<>();
    List<String> sites = new ArrayList<>();
    for (JsonNode finding : result.get("findings")) {
      CorpusRun.Named named = CorpusRun.Named.of(finding);
      types.add(named.type());
      holders.add(named.holder());
      sites.add(named.site());
    }
    sites.removeIf(String::isEmpty);
    return new Timed(new Sighting(!types.isEmpty(), types, holders, sites), seconds);
  }

  Timed by(Class<? extends Detector> detector) throws IOException, InterruptedException {
    Path out = folder.resolve(detector.getSimpleName() + ".txt");
    Files.deleteIfExists(out);
    List<String> command = new ArrayList<>(List.of(JDK.resolve("bin/java").toString()));
    command.addAll(withOwnClasses(direct.jvmArguments()));
    command.addAll(List.of(DetectorMain.class.getName(), detector.getName()));
    command.add(Integer.toString(subject.subject().operations()));
    command.addAll(List.of(subject.sought().type(), out.toString()));
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(detector.getSimpleName() + ".log").toFile())
            .start();
    if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    return new Timed(read(out), seconds(start));
  }

  private static Sighting read(Path out) throws IOException {
    if (!Files.exists(out)) {
      return Sighting.of(false);
    }
    List<String> lines = Files.readAllLines(out);
    return new Sighting(
        values(lines, "leak").contains("true"),
        values(lines, "type"),
        values(lines, "holder"),
        values(lines, "site"));
  }

  private static List<String> values(List<String> lines, String sort) {
    return lines.stream()
        .filter(line -> line.startsWith(sort + "\t"))
        .map(line -> line.substring(sort.length() + 1))
        .toList();
  }

  /** The detectors come behind all that the case has. */
  private static List<String> withOwnClasses(List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    int path = all.indexOf("-cp") + 1;
    all.set(path, all.get(path) + File.pathSeparator + ownClasses());
    return all;
  }

  private static Path ownClasses() {
    try {
      return Path.of(
          DetectorMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
