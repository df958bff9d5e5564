package io.github.memoryleak.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Times from a recording to its top sites, with our reader and with others: whole processes, in
 * turn, on a recording that is made here.
 */
public final class RecordingBenchmark {
  private static final int ROUNDS = 5;
  private static final String YARDSTICK = "io.github.memoryleak.yardstick.";
  private static final String OURS = "ours";

  private RecordingBenchmark() {}

  /**
   * Prints a line for each program.
   *
   * @param args a directory to work in, the size of the recording in megabytes, the home of a JDK
   *     whose {@code jfr} has {@code view}
   * @throws IOException when a process fails
   * @throws InterruptedException when interrupted
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path directory = Files.createDirectories(Path.of(args[0]));
    Path recording = directory.resolve("benchmark.jfr");
    List<String> maker = new ArrayList<>(java("1g"));
    maker.addAll(1, List.of("-XX:TLABSize=4k", "-XX:-ResizeTLAB"));
    maker.add("io.github.memoryleak.benchmark.RecordingMaker");
    TimedProcess.seconds(directory, with(maker, recording.toString(), args[1]));
    Map<String, List<String>> programs = programs(Path.of(args[2], "bin", "jfr"));
    Map<String, double[]> times = new LinkedHashMap<>();
    programs.keySet().forEach(name -> times.put(name, new double[ROUNDS]));
    for (int i = 0; i < ROUNDS; i++) {
      for (Map.Entry<String, List<String>> program : programs.entrySet()) {
        times.get(program.getKey())[i] =
            TimedProcess.seconds(directory, with(program.getValue(), recording.toString()));
      }
    }
    System.out.printf(Locale.ROOT, "recording of %d MB%n", Files.size(recording) / 1_000_000);
    times.forEach((name, seconds) -> print(name, seconds, times.get(OURS)));
    Files.delete(recording);
  }

  private static Map<String, List<String>> programs(Path jfr)
      throws IOException, InterruptedException {
    Map<String, List<String>> programs = new LinkedHashMap<>();
    programs.put(OURS, with(java("1g"), YARDSTICK + "OwnRecordingYardstick"));
    programs.put(
        "jfr-converter, collapsed",
        with(java("1g"), "one.convert.Main", "--alloc", "--total", "-o", "collapsed"));
    programs.put("JMC core", with(java("3g"), YARDSTICK + "MissionControlYardstick"));
    if (hasView(jfr)) {
      programs.put("jfr view", List.of(jfr.toString(), "view", "allocation-by-site"));
    } else {
      System.out.println(
          "jfr view is left out: " + jfr + " cannot do it; name a JDK 21 or later (benchmark.jdk)");
    }
    return programs;
  }

  /** From JDK 21 on. */
  private static boolean hasView(Path jfr) throws IOException, InterruptedException {
    return Files.isExecutable(jfr)
        && new ProcessBuilder(jfr.toString(), "help", "view")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor()
            == 0;
  }

  private static List<String> with(List<String> command, String... more) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(more));
    return all;
  }

  private static List<String> java(String heap) {
    String java = ProcessHandle.current().info().command().orElse("java");
    return List.of(java, "-Xmx" + heap, "-cp", System.getProperty("java.class.path"));
  }

  private static void print(String name, double[] seconds, double[] ours) {
    double[] ratios = new double[ROUNDS];
    Arrays.setAll(ratios, i -> ours[i] / seconds[i]);
    System.out.printf(
        Locale.ROOT,
        "%-26s %6.2f s, ours takes %.2f of it%n",
        name,
        median(seconds),
        median(ratios));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
