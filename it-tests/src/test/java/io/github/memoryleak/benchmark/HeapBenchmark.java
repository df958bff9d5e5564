package io.github.memoryleak.benchmark;

import io.github.memoryleak.heap.HeapMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Times our heap engine against a bare walk over the records, Shark and the NetBeans library: whole
 * processes, in turn, on dumps that are made here. Each run has a walk of its own just before it,
 * for a shared machine may be three times slower a minute later. Peers have no growth by holder at
 * these versions. On dumps above 100 MB the other programs run once, and NetBeans finds neither
 * dominators nor paths; on dumps above 1 GB all run once, and of the peers only Shark's histogram.
 */
public final class HeapBenchmark {
  private static final long MB = 1_000_000;

  /** Above this the other programs run once, as some of them take minutes. */
  private static final long PATIENT_BYTES = 100 * MB;

  /** Above this only those run that end within minutes. */
  private static final long QUICK_BYTES = 1000 * MB;

  private static final String MAKER = "io.github.memoryleak.benchmark.DumpMaker";
  private static final String OURS = "io.github.memoryleak.heap.HeapMain";
  private static final String SHARK = "io.github.memoryleak.yardstick.SharkYardstick";
  private static final String NETBEANS = "io.github.memoryleak.yardstick.NetBeansYardstick";
  private static final String SESSION = MAKER + "$Session";
  private static final String SHARK_HISTOGRAM = "Shark, histogram";
  private static final String NETBEANS_DOMINATORS = "NetBeans, dominators";
  private static final String NETBEANS_PATHS = "NetBeans, paths";

  /** Minutes each, on dumps above 100 MB. */
  private static final Set<String> SLOW = Set.of(NETBEANS_DOMINATORS, NETBEANS_PATHS);

  private HeapBenchmark() {}

  /** A program and how often it runs. */
  private record Program(List<String> command, int runs) {}

  /** A run and the walk just before it. */
  private record Pair(double seconds, double walk) {
    double ratio() {
      return seconds / walk;
    }
  }

  /**
   * Prints a line for each program.
   *
   * @param args a directory to work in, the sizes of the dumps in megabytes, comma-separated
   * @throws IOException when a process fails
   * @throws InterruptedException when interrupted
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path directory = Files.createDirectories(Path.of(args[0]));
    for (String megabytes : args[1].split(",")) {
      Path base = directory.resolve("benchmark-" + megabytes + "-base.hprof");
      Path dump = directory.resolve("benchmark-" + megabytes + ".hprof");
      try {
        Files.deleteIfExists(base);
        Files.deleteIfExists(dump);
        make(directory, megabytes, base, dump);
        compare(directory, base, dump);
      } finally {
        Files.deleteIfExists(base);
        Files.deleteIfExists(dump);
      }
    }
  }

  private static void make(Path directory, String megabytes, Path base, Path dump)
      throws IOException, InterruptedException {
    String heap = "-Xmx" + (512 + 3 * Long.parseLong(megabytes) / 2) + "m";
    List<String> options = List.of(heap, "-XX:+UseParallelGC");
    TimedProcess.seconds(
        directory, java(options, MAKER, megabytes, base.toString(), dump.toString()));
  }

  private static void compare(Path directory, Path base, Path dump)
      throws IOException, InterruptedException {
    Map<String, Program> programs = programs(base, dump);
    Map<String, List<Pair>> times = new LinkedHashMap<>();
    programs.keySet().forEach(name -> times.put(name, new ArrayList<>()));
    int rounds = programs.values().stream().mapToInt(Program::runs).max().orElse(0);
    List<Double> walks = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      for (Map.Entry<String, Program> program : programs.entrySet()) {
        if (i < program.getValue().runs()) {
          walks.add(TimedProcess.seconds(directory, walk(dump)));
          double seconds = TimedProcess.seconds(directory, program.getValue().command());
          times.get(program.getKey()).add(new Pair(seconds, walks.get(walks.size() - 1)));
          forget(dump);
        }
      }
    }
    System.out.printf(Locale.ROOT, "dump of %d MB%n", Files.size(dump) / MB);
    System.out.printf(
        Locale.ROOT,
        "%-22s %6.2f s, of %d runs from %.2f to %.2f s%n",
        "bare walk",
        median(walks.stream()),
        walks.size(),
        walks.stream().mapToDouble(s -> s).min().orElse(0),
        walks.stream().mapToDouble(s -> s).max().orElse(0));
    times.forEach(HeapBenchmark::print);
  }

  private static Map<String, Program> programs(Path base, Path dump) throws IOException {
    long size = Files.size(dump);
    boolean isLarge = size > QUICK_BYTES;
    int ours = isLarge ? 1 : 5;
    int theirs = size > PATIENT_BYTES ? 1 : 5;
    Map<String, Program> all = new LinkedHashMap<>();
    commands(base, dump, HeapMemory.jvmOptions(size))
        .forEach(
            (name, command) -> {
              boolean isPeer = name.startsWith("Shark") || name.startsWith("NetBeans");
              boolean isQuick = name.equals(SHARK_HISTOGRAM);
              boolean isSlow = SLOW.contains(name) && theirs == 1;
              if (!isPeer || isQuick || !isLarge && !isSlow) {
                all.put(name, new Program(command, isPeer ? theirs : ours));
              }
            });
    return all;
  }

  private static Map<String, List<String>> commands(Path base, Path dump, List<String> options) {
    List<String> large = List.of("-Xmx4g");
    String file = dump.toString();
    Map<String, List<String>> commands = new LinkedHashMap<>();
    commands.put("ours, histogram", java(withLittleHeap(options), OURS, "histogram", file));
    commands.put(SHARK_HISTOGRAM, java(large, SHARK, file));
    commands.put("NetBeans, histogram", java(large, NETBEANS, file));
    commands.put("ours, dominators", java(options, OURS, "dominators", file));
    commands.put(NETBEANS_DOMINATORS, java(large, NETBEANS, file, "dominators"));
    commands.put("ours, paths", java(options, OURS, "paths", file, "--type", SESSION));
    commands.put("Shark, paths", java(large, SHARK, file, SESSION));
    commands.put(NETBEANS_PATHS, java(large, NETBEANS, file, SESSION));
    commands.put("ours, growth", java(options, OURS, "compare", base.toString(), file));
    return commands;
  }

  private static List<String> withLittleHeap(List<String> options) {
    List<String> others = new ArrayList<>(options);
    others.removeIf(option -> option.startsWith("-Xmx"));
    others.add("-Xmx128m");
    return others;
  }

  private static List<String> walk(Path dump) {
    String walk = "io.github.memoryleak.benchmark.RecordWalk";
    return java(List.of("-Xmx128m"), walk, dump.toString());
  }

  private static List<String> java(List<String> options, String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(List.of(arguments));
    return command;
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

  private static void print(String name, List<Pair> pairs) {
    System.out.printf(
        Locale.ROOT,
        "%-22s %6.2f s, %.1f times the walk%s%n",
        name,
        median(pairs.stream().map(Pair::seconds)),
        median(pairs.stream().map(Pair::ratio)),
        pairs.size() == 1 ? ", one run" : "");
  }

  private static double median(Stream<Double> values) {
    List<Double> sorted = values.sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
