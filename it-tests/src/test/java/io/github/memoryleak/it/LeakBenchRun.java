package io.github.memoryleak.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.memoryleak.benchmark.TimedProcess;
import io.github.memoryleak.leakbench.DetectorMain;
import io.github.memoryleak.leakbench.Sighting;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Runs detectors on one case, each in a JVM with the options and the class path that our own
 * measurement has.
 *
 * @param subject the case
 * @param direct starts our measured JVM again
 * @param build measured it once, with Maven around
 */
record LeakBenchRun(LeakBenchCase subject, DirectRun direct, MavenResult build) {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final double MILLIS = 1e3;

  static LeakBenchRun prepare(LeakBenchCase subject, Path jdk) throws IOException {
    MavenResult build = subject.project().run("clean", "leak:test", "-Dleak.jvm=" + jdk);
    return new LeakBenchRun(subject, DirectRun.of(build), build);
  }

  /** {@return what the build said; its time is that which the measured JVM tells itself} */
  LeakBenchEntry built() {
    JsonNode report = build.report();
    return entry(report, new TimedProcess(0, millis(report) / MILLIS, 0));
  }

  LeakBenchEntry ours(Path jdk) throws IOException, InterruptedException {
    DirectRun.Timed run = direct.timed(jdk, folder(jdk).resolve("ours"));
    return entry(run.result(), run.process());
  }

  private LeakBenchEntry entry(JsonNode result, TimedProcess process) {
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
    String verdict = result.get("verdict").asText();
    return new LeakBenchEntry(
        subject,
        new Sighting(!types.isEmpty(), types, holders, sites),
        verdict.equals("LEAK") || verdict.equals("PASS"),
        process,
        split(result));
  }

  /** The time of the rounds, and the rest: dumps, holders, lines, and the JVM's start. */
  private static String split(JsonNode result) {
    double rounds = 0;
    long loops = 0;
    for (JsonNode tested : result.get("subjects")) {
      rounds += tested.get("millis").asLong() / MILLIS;
      loops += tested.get("loops").asLong();
    }
    double all = millis(result) / MILLIS;
    return String.format(
        Locale.ROOT, "%.1f s for %d loops, %.1f s besides", rounds, loops, all - rounds);
  }

  private static long millis(JsonNode result) {
    return result.at("/environment/millis").asLong();
  }

  LeakBenchEntry by(Path jdk, LeakBenchDetector detector) throws IOException, InterruptedException {
    Path out = folder(jdk).resolve(detector.simpleName() + ".txt");
    Files.deleteIfExists(out);
    TimedProcess process =
        TimedProcess.run(
            new ProcessBuilder(command(jdk, detector, out))
                .directory(build.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder(jdk).resolve(detector.simpleName() + ".log").toFile()),
            LIMIT);
    boolean decided = Files.exists(out);
    return new LeakBenchEntry(
        subject, decided ? read(out) : Sighting.of(false), decided, process, "");
  }

  private List<String> command(Path jdk, LeakBenchDetector detector, Path out) throws IOException {
    List<String> command = new ArrayList<>(List.of(jdk.resolve("bin/java").toString()));
    command.addAll(withOwnClasses(direct.jvmArguments(), detector.classPath()));
    command.addAll(List.of(DetectorMain.class.getName(), detector.type()));
    command.add(Integer.toString(subject.subject().operations()));
    command.addAll(List.of(subject.sought().type(), out.toString()));
    if (subject.sample()) {
      command.add(build.directory().resolve("target/test-classes").toString());
    }
    return command;
  }

  private static Sighting read(Path out) throws IOException {
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
  private static List<String> withOwnClasses(List<String> arguments, String more) {
    List<String> all = new ArrayList<>(arguments);
    int path = all.indexOf("-cp") + 1;
    String own = all.get(path) + File.pathSeparator + ownClasses();
    all.set(path, more.isEmpty() ? own : own + File.pathSeparator + more);
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

  private Path folder(Path jdk) throws IOException {
    return Files.createDirectories(
        build.directory().resolve("target/leakbench").resolve(jdk.getFileName().toString()));
  }
}
