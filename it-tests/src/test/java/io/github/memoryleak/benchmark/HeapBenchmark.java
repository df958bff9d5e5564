package io.github.memoryleak.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Times our heap engine against a bare walk over the records, Shark and the NetBeans library: whole
 * processes, in turn, on a dump that is made here.
 */
public final class HeapBenchmark {
  private static final int ROUNDS = 5;
  private static final String YARDSTICK = "io.github.memoryleak.yardstick.";
  private static final String WALK = "bare walk";

  private HeapBenchmark() {}

  /**
   * Prints a line for each program.
   *
   * @param args a directory to work in, the size of the dump in megabytes
   * @throws IOException when a process fails
   * @throws InterruptedException when interrupted
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path directory = Files.createDirectories(Path.of(args[0]));
    Path dump = directory.resolve("benchmark-" + args[1] + ".hprof");
    Files.deleteIfExists(dump);
    seconds(
        directory,
        java("3g", "io.github.memoryleak.benchmark.DumpMaker"),
        dump.toString(),
        args[1]);
    Map<String, List<String>> programs = programs();
    Map<String, double[]> times = new LinkedHashMap<>();
    programs.keySet().forEach(name -> times.put(name, new double[ROUNDS]));
    for (int i = 0; i < ROUNDS; i++) {
      for (Map.Entry<String, List<String>> program : programs.entrySet()) {
        times.get(program.getKey())[i] = seconds(directory, program.getValue(), dump.toString());
        forget(dump);
      }
    }
    System.out.printf(Locale.ROOT, "dump of %d MB%n", Files.size(dump) / 1_000_000);
    times.forEach((name, seconds) -> print(name, seconds, times.get(WALK)));
    Files.delete(dump);
  }

  private static Map<String, List<String>> programs() {
    Map<String, List<String>> programs = new LinkedHashMap<>();
    programs.put(WALK, java("128m", "io.github.memoryleak.benchmark.RecordWalk"));
    programs.put("ours, histogram", ours("128m", "histogram"));
    programs.put("Shark, histogram", java("4g", YARDSTICK + "SharkYardstick"));
    programs.put("NetBeans, histogram", java("4g", YARDSTICK + "NetBeansYardstick"));
    programs.put("ours, dominators", ours("2g", "dominators"));
    return programs;
  }

  private static List<String> ours(String heap, String command) {
    List<String> all = new ArrayList<>(java(heap, "io.github.memoryleak.heap.HeapMain"));
    all.add(command);
    return all;
  }

  private static List<String> java(String heap, String main) {
    String java = ProcessHandle.current().info().command().orElse("java");
    return List.of(java, "-Xmx" + heap, "-cp", System.getProperty("java.class.path"), main);
  }

  private static double seconds(Path directory, List<String> program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of(arguments));
    Path output = directory.resolve("output.txt");
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed:\n" + Files.readString(output));
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /** Removes what NetBeans stores beside the dump: each run shall begin anew. */
  private static void forget(Path dump) throws IOException {
    Path cache = Path.of(dump + ".nbcache");
    if (Files.exists(cache)) {
      try (Stream<Path> files = Files.walk(cache)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void print(String name, double[] seconds, double[] walk) {
    double[] ratios = new double[ROUNDS];
    Arrays.setAll(ratios, i -> seconds[i] / walk[i]);
    System.out.printf(
        Locale.ROOT, "%-20s %6.2f s, %.1f times the walk%n", name, median(seconds), median(ratios));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
