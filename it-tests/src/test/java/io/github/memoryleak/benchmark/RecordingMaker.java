package io.github.memoryleak.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jdk.jfr.Recording;

/**
 * Makes a recording of about the size asked for, dense with allocation: run it with small buffers,
 * {@code -XX:TLABSize=4k -XX:-ResizeTLAB}.
 */
public final class RecordingMaker {
  private static final long LIMIT_NANOS = 180_000_000_000L;
  private static final int CHECKED = 20_000;

  private RecordingMaker() {}

  /**
   * Writes the recording.
   *
   * @param args the file, its size in megabytes
   * @throws IOException when it cannot be written
   */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    long wanted = Long.parseLong(args[1]) * 1_000_000;
    try (Recording recording = new Recording()) {
      // The event that all readers know, in place of one for each buffer.
      recording.enable("jdk.ObjectAllocationSample").withStackTrace().with("throttle", "off");
      recording.enable("jdk.GarbageCollection");
      recording.enable("jdk.GCHeapSummary");
      recording.start();
      long start = System.nanoTime();
      long work = 0;
      int round = 0;
      while (recording.getSize() < wanted && System.nanoTime() - start < LIMIT_NANOS) {
        for (int i = 0; i < CHECKED; i++) {
          work += work(round++);
        }
      }
      recording.stop();
      recording.dump(file);
      System.out.println(file + ": " + Files.size(file) + " bytes, work " + work);
    }
  }

  /** Text, collections and expressions, from stacks of many depths. */
  private static int work(int seed) {
    int depth = seed % 24;
    return depth > 0 && seed % 3 == 0 ? deeper(seed, depth) : sorted(seed) + matched(seed);
  }

  private static int deeper(int seed, int depth) {
    return depth == 0 ? grouped(seed) : deeper(seed, depth - 1) + 1;
  }

  private static int sorted(int seed) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      words.add("word-" + (seed * 31 + i) % 997);
    }
    words.sort(String::compareTo);
    return words.get(0).length();
  }

  private static int matched(int seed) {
    return Pattern.compile("(\\w+)-(\\d+)").matcher("order-" + seed).matches() ? 1 : 0;
  }

  private static int grouped(int seed) {
    Map<Integer, List<String>> groups =
        IntStream.range(0, 16)
            .mapToObj(i -> Integer.toHexString(seed + i * i))
            .collect(Collectors.groupingBy(String::length));
    return new HashMap<>(groups).size();
  }
}
