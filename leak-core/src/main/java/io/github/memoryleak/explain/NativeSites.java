package io.github.memoryleak.explain;

import io.github.memoryleak.census.NativeMemory;
import io.github.memoryleak.explain.SiteFinder.Sites;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.rounds.Bench;
import io.github.memoryleak.rounds.Operation;
import io.github.memoryleak.rounds.ThreadWatch;
import io.github.memoryleak.site.NativeAllocation;
import io.github.memoryleak.site.NativeRecorder;
import io.github.memoryleak.site.SourceFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds out which stack takes native memory that leaks, where no object of Java stands for it: the
 * operation runs a few times more while each block is recorded, and what is not given back leaked.
 *
 * <p>Whatever goes wrong here, the leak stays proven: then there is a sentence in place of a site.
 */
public final class NativeSites {
  /** A block in two loops is told from chance by these; fewer where loops are dear. */
  private static final int LOOPS = 24;

  private static final int FEWEST_LOOPS = 2;
  private static final Duration BUDGET = Duration.ofSeconds(1);

  /** Some 800,000 calls, which take a second to read. */
  private static final long MOST_BYTES = 16 << 20;

  /** A stack that has blocks of fewer loops is chance. */
  private static final int LOOPS_FOR_A_BLOCK = 4;

  private static final int SETTLE_MILLIS = 20;
  private static final String UNSAFE = "misc.Unsafe";

  private static final String NOBODY =
      "async-profiler saw no stack of Java that takes so much and keeps it";

  private final Operation operation;
  private final int loops;
  private final NativeProfiler profiler;

  /**
   * Prepares.
   *
   * @param operation what leaks
   * @param loopNanos how long it takes
   * @param profiler what records, if it is there
   */
  public NativeSites(Operation operation, long loopNanos, NativeProfiler profiler) {
    this.operation = operation;
    this.profiler = profiler;
    long affordable = BUDGET.toNanos() / Math.max(1, loopNanos);
    loops = (int) Math.max(FEWEST_LOOPS, Math.min(LOOPS, affordable));
  }

  /**
   * {@return the findings with the sites of native memory that had none}
   *
   * @param sites what is known so far
   * @throws InterruptedException when the thread is to end
   */
  public Sites complete(Sites sites) throws InterruptedException {
    if (sites.findings().stream().noneMatch(NativeSites::isWanted)) {
      return sites;
    }
    Path library = profiler.library();
    if (library == null) {
      return withProblem(sites, profiler.problem());
    }
    try {
      Recorded recorded = record(library);
      List<Finding> found = sites.findings().stream().map(f -> located(f, recorded)).toList();
      Sites located = new Sites(found, sites.problem());
      boolean all = found.stream().noneMatch(NativeSites::isWanted);
      return all ? located : withProblem(located, NOBODY);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception | LinkageError | OutOfMemoryError e) {
      // Without the Flight Recorder's classes, or memory for a long recording, there is no site.
      return withProblem(sites, "async-profiler recorded nothing: " + Explanation.reason(e));
    }
  }

  private static boolean isWanted(Finding finding) {
    return SiteFinder.isMemory(finding) && finding.site().isEmpty();
  }

  private static Sites withProblem(Sites sites, String problem) {
    return sites.problem() == null ? new Sites(sites.findings(), problem) : sites;
  }

  /** What some loops took and did not give back. */
  private record Recorded(List<NativeAllocation> kept, int loops) {}

  private Recorded record(Path library) throws Exception {
    NativeRecorder recorder = NativeRecorder.start(library);
    List<NativeAllocation> kept = List.of();
    int done = 0;
    try {
      while (done < FEWEST_LOOPS || done < loops && recorder.bytes() < MOST_BYTES) {
        operation.run();
        done++;
      }
      // What only a cleaner frees is no leak of this kind.
      Bench.collect();
      ThreadWatch.pause(SETTLE_MILLIS);
    } finally {
      kept = recorder.stop();
    }
    return new Recorded(kept, done);
  }

  private static Finding located(Finding finding, Recorded recorded) {
    if (!isWanted(finding)) {
      return finding;
    }
    return taker(finding, recorded.kept(), recorded.loops())
        .map(a -> SiteFrames.of(finding.type(), SourceFiles.named(a.stack())))
        .map(finding::withSite)
        .orElse(finding);
  }

  /**
   * {@return the stack that keeps as much as leaks; where none does, that which keeps most} What is
   * kept of the latest loop alone is less than the share that is asked for.
   *
   * @param finding the leak
   * @param kept what was taken and not given back, most bytes first
   * @param loops in how many loops
   */
  static Optional<NativeAllocation> taker(Finding finding, List<NativeAllocation> kept, int loops) {
    double leaked = (double) finding.bytesPerLoop() * loops;
    int blocks = Math.max(2, loops / LOOPS_FOR_A_BLOCK);
    return kept.stream()
        .filter(a -> isOfKind(finding, a))
        .filter(a -> a.blocks() >= blocks && a.bytes() >= SiteFinder.SHARE * leaked)
        .min(
            Comparator.comparing(
                    (NativeAllocation a) ->
                        SiteFrames.ofProgram(finding.type(), a.stack()).isEmpty())
                .thenComparing(a -> Math.abs(a.bytes() - leaked) > SiteFinder.NEAR * leaked));
  }

  /** What the JVM takes for itself is counted as neither. */
  private static boolean isOfKind(Finding finding, NativeAllocation allocation) {
    List<StackTraceElement> stack = allocation.stack();
    if (stack.isEmpty()) {
      return false;
    }
    boolean unsafe = stack.get(0).getClassName().endsWith(UNSAFE);
    return finding.type().equals(NativeMemory.UNSAFE)
        ? unsafe && !SiteFinder.isBuffer(stack)
        : !unsafe && !allocation.ofJvm();
  }
}
