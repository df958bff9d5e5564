package io.github.memoryleak.heap.growth;

import io.github.memoryleak.heap.hprof.HeapProgress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The process that compares two dumps on behalf of a JVM whose heap must stay as it is. It reads
 * the first while that JVM goes on to the second: each is whole when there is another line on
 * standard input. Prints {@link GrownHolderLines}, {@link ClassTotals}, and {@link GrownPoolLines}
 * where threads matter, or one sentence on the error stream.
 */
public final class GrowthMain {
  private static final int MOST = 20;
  private static final int DUMPS = 3;

  private GrowthMain() {}

  /**
   * Compares.
   *
   * @param args the least growth in objects, the least growth in bytes, whether threads matter
   *     ({@code true} or {@code false}), and the dumps, the oldest first
   */
  public static void main(String[] args) {
    try {
      run(args, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    } catch (IOException | RuntimeException e) {
      System.err.println(e.getMessage() == null ? e.toString() : e.getMessage());
      System.exit(1);
    } catch (OutOfMemoryError e) {
      System.err.println(
          "the analysis of the heap dumps needs more than "
              + (Runtime.getRuntime().maxMemory() >> 20)
              + " MiB");
      System.exit(1);
    }
  }

  private static void run(String[] args, PrintStream out) throws IOException {
    GrowthOptions options =
        GrowthOptions.of(Long.parseLong(args[0]), Long.parseLong(args[1]), MOST);
    boolean threads = Boolean.parseBoolean(args[2]);
    List<Path> dumps = Stream.of(args).skip(DUMPS).map(Path::of).toList();
    List<Map<String, Long>> classes = new ArrayList<>();
    List<Map<GrownPool, Long>> pools = new ArrayList<>();
    GraphObserver observer =
        (file, graph) -> {
          classes.add(ClassTotals.count(graph));
          if (threads) {
            pools.add(ThreadPools.count(graph, HeapProgress.NONE));
          }
        };
    HeapGrowth.between(dumps, GrowthMain::awaitLine, options, HeapProgress.NONE, observer)
        .forEach(holder -> GrownHolderLines.of(holder).forEach(out::println));
    ClassTotals.lines(classes.get(0), classes.get(classes.size() - 1)).forEach(out::println);
    if (threads) {
      ThreadPools.grown(pools.get(0), pools.get(pools.size() - 1))
          .forEach(pool -> GrownPoolLines.of(pool).forEach(out::println));
    }
  }

  private static void awaitLine(Path dump) throws IOException {
    int read;
    do {
      read = System.in.read();
      if (read < 0) {
        throw new IOException(dump + ": will not be written any more");
      }
    } while (read != '\n');
  }
}
