package io.github.memoryleak.benchmark;

import io.github.memoryleak.heap.HeapMemory;
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
 * processes, in turn, on dumps that are made here. Peers have no growth by holder at these
 * versions.
 */
public final class HeapBenchmark {
  private static final int ROUNDS = 5;
  private static final String MAKER = "io.github.memoryleak.benchmark.DumpMaker";
  private static final String OURS = "io.github.memoryleak.heap.HeapMain";
  private static final String SHARK = "io.github.memoryleak.yardstick.SharkYardstick";
  private static final String NETBEANS = "io.github.memoryleak.yardstick.NetBeansYardstick";
  private static final String SESSION = MAKER + "$Session";
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
    Path base = directory.resolve("benchmark-" + args[1] + "-base.hprof");
    Path dump = directory.resolve("benchmark-" + args[1] + ".hprof");
    Files.deleteIfExists(base);
    Files.deleteIfExists(dump);
    List<String> maker = new ArrayList<>(java(List.of("-Xmx3g"), MAKER));
    maker.addAll(List.of(args[1], base.toString(), dump.toString()));
    seconds(directory, maker);
    Map<String, List<String>> programs = programs(base, dump);
    Map<String, double[]> times = new LinkedHashMap<>();
    programs.keySet().forEach(name -> times.put(name, new double[ROUNDS]));
    for (int i = 0; i < ROUNDS; i++) {
      for (Map.Entry<String, List<String>> program : programs.entrySet()) {
        times.get(program.getKey())[i] = seconds(directory, program.getValue());
        forget(dump);
      }
    }
    System.out.printf(Locale.ROOT, "dump of %d MB%n", Files.size(dump) / 1_000_000);
    times.forEach((name, seconds) -> print(name, seconds, times.get(WALK)));
    Files.delete(base);
    Files.delete(dump);
  }

  private static Map<String, List<String>> programs(Path base, Path dump) throws IOException {
    List<String> options = HeapMemory.jvmOptions(Files.size(dump));
    List<String> small = List.of("-Xmx128m");
    List<String> large = List.of("-Xmx4g");
    String file = dump.toString();
    Map<String, List<String>> programs = new LinkedHashMap<>();
    programs.put(WALK, java(small, "io.github.memoryleak.benchmark.RecordWalk", file));
    programs.put("ours, histogram", java(small, OURS, "histogram", file));
    programs.put("Shark, histogram", java(large, SHARK, file));
    programs.put("NetBeans, histogram", java(large, NETBEANS, file));
    programs.put("ours, dominators", java(options, OURS, "dominators", file));
    programs.put("NetBeans, dominators", java(large, NETBEANS, file, "dominators"));
    programs.put("ours, paths", java(options, OURS, "paths", file, "--type", SESSION));
    programs.put("Shark, paths", java(large, SHARK, file, SESSION));
    programs.put("NetBeans, paths", java(large, NETBEANS, file, SESSION));
    programs.put("ours, growth", java(options, OURS, "compare", base.toString(), file));
    return programs;
  }

  private static List<String> java(List<String> options, String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(List.of(arguments));
    return command;
  }

  private static double seconds(Path directory, List<String> command)
      throws IOException, InterruptedException {
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
        Locale.ROOT, "%-22s %6.2f s, %.1f times the walk%n", name, median(seconds), median(ratios));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
