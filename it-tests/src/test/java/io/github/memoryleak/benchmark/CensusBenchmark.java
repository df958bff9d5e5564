package io.github.memoryleak.benchmark;

import io.github.memoryleak.MemorySnapshot;
import java.io.IOException;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Times a census against two {@code System.gc()}, in turn in one JVM, for a small, a middling and a
 * large live set.
 *
 * <p>Without arguments it starts a JVM for each live set and collector, with the collector and the
 * megabytes it measures.
 */
public final class CensusBenchmark {
  private static final int PAIRS = 21;
  private static final int WARM_UP = 10;
  private static final int[] MEGABYTES = {10, 50, 500};
  private static final List<String> COLLECTORS = List.of("G1", "Parallel", "Serial");

  /**
   * Bytes of an entry of the live set: a map entry, a boxed number, a string and its characters.
   */
  private static final int ENTRY = 128;

  private CensusBenchmark() {}

  /**
   * Prints a line for each live set.
   *
   * @param args collector and live set in megabytes, or nothing
   * @throws IOException when a JVM cannot be started
   * @throws InterruptedException when interrupted
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 2) {
      measure(args[0], Integer.parseInt(args[1]));
      return;
    }
    for (String collector : COLLECTORS) {
      for (int megabytes : MEGABYTES) {
        start(collector, megabytes);
      }
    }
  }

  private static void start(String collector, int megabytes)
      throws IOException, InterruptedException {
    String java = ProcessHandle.current().info().command().orElse("java");
    Process process =
        new ProcessBuilder(
                java,
                "-Xmx2g",
                "-XX:+Use" + collector + "GC",
                "-cp",
                System.getProperty("java.class.path"),
                CensusBenchmark.class.getName(),
                collector,
                Integer.toString(megabytes))
            .inheritIO()
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("The JVM with " + collector + " ended with " + process.exitValue());
    }
  }

  private static void measure(String collector, int megabytes) {
    Map<Integer, String> live = new HashMap<>();
    for (int i = 0; i < (megabytes << 20) / ENTRY; i++) {
      live.put(i, "entry number " + i);
    }
    long megabytesLive = MemorySnapshot.take().heapBytes() >> 20;
    double[] census = new double[PAIRS];
    double[] collections = new double[PAIRS];
    for (int i = -WARM_UP; i < PAIRS; i++) {
      double taken = millis(MemorySnapshot::take);
      double collected = millis(CensusBenchmark::collectTwice);
      if (i >= 0) {
        census[i] = taken;
        collections[i] = collected;
      }
    }
    print(collector + ", " + megabytesLive + " MB live", census, collections);
    Reference.reachabilityFence(live);
  }

  private static void print(String what, double[] census, double[] collections) {
    double[] ratios = new double[PAIRS];
    Arrays.setAll(ratios, i -> census[i] / collections[i]);
    System.out.printf(
        Locale.ROOT,
        "census / two System.gc(), %s: %.2f (%.1f ms / %.1f ms)%n",
        what,
        median(ratios),
        median(census),
        median(collections));
  }

  private static void collectTwice() {
    System.gc();
    System.gc();
  }

  private static double millis(Runnable action) {
    long start = System.nanoTime();
    action.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
