package io.github.memoryleak.explain;

import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.growth.Doubling;
import io.github.memoryleak.heap.HeapMemory;
import io.github.memoryleak.rounds.Growing;
import io.github.memoryleak.rounds.Measurement;
import io.github.memoryleak.rounds.Operation;
import io.github.memoryleak.rounds.ThreadWatch;
import io.github.memoryleak.site.SiteRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who holds what leaks: a dump, some more loops, another dump, and in another process the
 * comparison of the two.
 *
 * <p>Whatever goes wrong here, the leak stays proven: then there is a sentence in place of holders.
 */
public final class Explainer {
  /** Growth is told from chance by this number of loops, or by fewer when they are dear. */
  private static final int LOOPS = 24;

  private static final int FEWEST_LOOPS = 4;
  private static final Duration BUDGET = Duration.ofSeconds(2);

  /** As many loops as proved the leak, and some more, have to fit. */
  private static final Duration BUDGET_OF_ARRAYS = Duration.ofSeconds(15);

  /** What recording may add to the loops between the dumps: so many times as long, and this. */
  private static final int SLOWER = 5;

  private static final Duration ALLOWANCE = Duration.ofSeconds(1);

  private static final double SHARE = 0.35;
  private static final double BYTES_SHARE = 0.3;
  private static final int SETTLE_MILLIS = 20;

  /** Nobody looks at more dumps, and a hundred of them would fill a disk. */
  private static final int MOST_KEPT = 20;

  private static final AtomicInteger EXPLAINED = new AtomicInteger();
  private static final AtomicInteger KEPT = new AtomicInteger();

  private final HeapDumps policy;

  public Explainer(HeapDumps policy) {
    this.policy = policy;
  }

  /** {@return the holders of what leaks in the operation} */
  public Explanation explain(Operation operation, Measurement measured)
      throws InterruptedException {
    if (growing(measured).findAny().isEmpty()) {
      return Explanation.NONE;
    }
    long live = measured.heapBytes().last();
    if (live > policy.maxDumpBytes()) {
      return Explanation.failed(
          "its live heap of "
              + live
              + " bytes is above the "
              + policy.maxDumpBytes()
              + " of leak.maxDumpBytes");
    }
    if (Room.forHolders(measured) < FEWEST_LOOPS) {
      return Explanation.failed(
          "its heap has no room for more loops, give it more with -Xmx in leak.argLine");
    }
    if (EXPLAINED.getAndIncrement() >= policy.maxDumps()) {
      return Explanation.failed(policy.maxDumps() + " leaks have been explained (leak.maxDumps)");
    }
    try {
      return compare(operation, measured);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception | OutOfMemoryError e) {
      return Explanation.failed(Explanation.reason(e));
    }
  }

  private Explanation compare(Operation operation, Measurement measured) throws Exception {
    Path directory = Files.createTempDirectory("leak");
    Path first = directory.resolve("first.hprof");
    Path second = directory.resolve("second.hprof");
    int loops = loops(measured);
    try (GrowthProcess comparison =
            GrowthProcess.start(
                directory,
                question(measured, loops),
                List.of(first, second),
                jvmOptions(measured, loops));
        ArraySites sites = ArraySites.begin(measured)) {
      sites.link(operation);
      ArrayGrowth arrays = ArrayGrowth.begin(measured);
      LiveDump.write(first);
      comparison.dumpIsThere();
      run(operation, loops, sites, arrays, measured.loopNanos());
      boolean doubled = mustDouble(measured, loops);
      Set<String> stopped = new HashSet<>(doubled ? arrays.stopped(loops) : Set.of());
      LiveDump.write(second);
      comparison.dumpIsThere();
      keep(second);
      SiteRecorder.prepare();
      GrowthProcess.Answer answer = comparison.answer();
      stopped.addAll(doubled ? arrays.unheld(answer.holders(), loops) : Set.of());
      String problem = answer.holders().isEmpty() ? notDoubled(measured, loops) : null;
      return new Explanation(
          answer.holders(),
          answer.pools(),
          loops,
          problem,
          Set.copyOf(stopped),
          answer.classGrowth(),
          sites.creations());
    } finally {
      delete(directory);
    }
  }

  private static void run(
      Operation operation, int loops, ArraySites sites, ArrayGrowth arrays, long loopNanos)
      throws Exception {
    long start = System.nanoTime();
    for (int i = 1; i <= loops; i++) {
      // Where arrays of that size are legion recording takes too long; a proven leak gets its own.
      long allowed = ALLOWANCE.toNanos() + SLOWER * i * loopNanos;
      if (i == loops || System.nanoTime() - start > allowed) {
        sites.pause();
      }
      operation.run();
      arrays.loopEnds(i);
    }
    ThreadWatch.pause(SETTLE_MILLIS);
  }

  /** {@return those of a JVM that compares dumps after more loops} */
  private static List<String> jvmOptions(Measurement measured, int loops) {
    double perLoop = measured.heapBytes().growth() / (double) measured.loops();
    long bytes = (long) (measured.heapBytes().last() + Math.max(0, perLoop) * loops);
    long objects = measured.liveObjects();
    return HeapMemory.jvmOptions(LiveDump.bytes(bytes, objects), objects);
  }

  private static boolean mustDouble(Measurement measured, int loops) {
    return loops >= Doubling.loops(measured.allLoops());
  }

  private static @Nullable String notDoubled(Measurement measured, int loops) {
    return measured.growsByCount() || mustDouble(measured, loops)
        ? null
        : "an array is doubled when it is full, and " + loops + " more loops did not fill it";
  }

  private void keep(Path dump) throws IOException {
    Path directory = policy.directory();
    if (directory == null || policy.keep() == HeapDumps.Keep.NEVER) {
      return;
    }
    if (KEPT.getAndIncrement() < MOST_KEPT) {
      LiveDump.keep(dump, directory);
    }
  }

  private static GrowthProcess.Question question(Measurement measured, int loops) {
    return new GrowthProcess.Question(
        leastObjects(measured, loops),
        leastBytes(measured, loops),
        measured.growing().stream().anyMatch(Growing::isThread));
  }

  private static int loops(Measurement measured) {
    boolean byCount = measured.growsByCount();
    Duration budget = byCount ? BUDGET : BUDGET_OF_ARRAYS;
    long affordable = budget.toNanos() / Math.max(1, measured.loopNanos());
    long wanted = byCount ? LOOPS : Math.max(LOOPS, Doubling.loops(measured.allLoops()));
    long possible = Math.min(affordable, Room.forHolders(measured));
    return (int) Math.max(FEWEST_LOOPS, Math.min(wanted, possible));
  }

  /** What grows less than the least that was proven is noise. */
  private static long leastObjects(Measurement measured, int loops) {
    double least =
        growing(measured).mapToDouble(GrowingType::countPerLoop).filter(n -> n > 0).min().orElse(1);
    return Math.max(2, (long) (SHARE * Math.min(1, least) * loops));
  }

  private static long leastBytes(Measurement measured, int loops) {
    double most = growing(measured).mapToDouble(GrowingType::bytesPerLoop).max().orElse(1);
    return Math.max(64, (long) (BYTES_SHARE * most * loops));
  }

  /** What has objects in a dump, but for noise beside a leak that is not on the heap. */
  private static Stream<GrowingType> growing(Measurement measured) {
    return measured.growing().stream()
        .filter(g -> g.isOnHeap() && (g.byCount() || g.isSteady()))
        .map(Growing::type);
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }
}
