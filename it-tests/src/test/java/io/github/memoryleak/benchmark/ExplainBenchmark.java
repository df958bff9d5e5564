package io.github.memoryleak.benchmark;

import io.github.memoryleak.MemoryLeakDetector;
import io.github.memoryleak.MemorySnapshot;
import io.github.memoryleak.RepeatedCheck;
import io.github.memoryleak.finding.Finding;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Times how long it takes to tell who holds a leak and where it is made, on a heap of 50 MB: from
 * the last round of the measurement to the finding, two dumps, their comparison in another process
 * and the search for the site included. Each time in a JVM of its own.
 */
public final class ExplainBenchmark {
  private static final int RUNS = 5;
  private static final double LIMIT_SECONDS = 3;
  private static final int MEGABYTES = 50;

  /** Bytes of an entry: a map entry, a boxed number, a string and its characters. */
  private static final int ENTRY = 128;

  private static final List<Session> SESSIONS = new ArrayList<>();

  private ExplainBenchmark() {}

  /** What leaks. */
  private record Session(Map<String, Object> attributes) {}

  /** The beginning of each round, and of what follows the last one. */
  private static final class Rounds {
    private int last = -1;
    private long began;

    void begin(int round) {
      if (round > last) {
        last = round;
        began = System.nanoTime();
      }
    }
  }

  /**
   * Prints the median beside the limit; with an argument, writes the seconds of one run into a
   * file.
   *
   * @param args nothing, or the file
   * @throws Exception when a run fails
   */
  public static void main(String[] args) throws Exception {
    if (args.length == 1) {
      Files.writeString(Path.of(args[0]), Double.toString(measure()));
      return;
    }
    double[] seconds = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      seconds[i] = inOwnProcess();
    }
    Arrays.sort(seconds);
    System.out.printf(
        Locale.ROOT,
        "explaining one leak on a heap of %d MB: %.2f s, of %d runs from %.2f to %.2f s (limit %.0f s)%n",
        MEGABYTES,
        seconds[RUNS / 2],
        RUNS,
        seconds[0],
        seconds[RUNS - 1],
        LIMIT_SECONDS);
  }

  private static double inOwnProcess() throws IOException, InterruptedException {
    Path result = Files.createTempFile("explain", ".txt");
    try {
      String java = ProcessHandle.current().info().command().orElse("java");
      String classPath = System.getProperty("java.class.path");
      String main = ExplainBenchmark.class.getName();
      Process process =
          new ProcessBuilder(java, "-Xmx512m", "-cp", classPath, main, result.toString())
              .inheritIO()
              .start();
      if (process.waitFor() != 0) {
        throw new IOException("the measurement ended with " + process.exitValue());
      }
      return Double.parseDouble(Files.readString(result));
    } finally {
      Files.delete(result);
    }
  }

  private static double measure() throws Exception {
    Map<Integer, String> live = new HashMap<>();
    for (int i = 0; i < (MEGABYTES << 20) / ENTRY; i++) {
      live.put(i, "entry number " + i);
    }
    System.out.printf("%d MB alive%n", MemorySnapshot.take().heapBytes() >> 20);
    Rounds rounds = new Rounds();
    RepeatedCheck check =
        MemoryLeakDetector.repeating(
                "sessions", () -> SESSIONS.add(new Session(new HashMap<>(Map.of("id", "one")))))
            .listener((round, loops) -> rounds.begin(round))
            .run();
    double seconds = (System.nanoTime() - rounds.began) / 1e9;
    Reference.reachabilityFence(live);
    verify(check);
    return seconds;
  }

  private static void verify(RepeatedCheck check) {
    if (check.findings().size() != 1) {
      throw new IllegalStateException("one leak expected: " + check + check.notes());
    }
    Finding finding = check.findings().get(0);
    if (!("static " + ExplainBenchmark.class.getName() + ".SESSIONS").equals(finding.holder())
        || finding.site().isEmpty()) {
      throw new IllegalStateException(
          "held by " + finding.holder() + ", made at " + finding.site() + ": " + check.notes());
    }
  }
}
