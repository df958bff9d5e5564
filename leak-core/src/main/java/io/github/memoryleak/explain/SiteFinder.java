package io.github.memoryleak.explain;

import io.github.memoryleak.census.NativeMemory;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.State;
import io.github.memoryleak.growth.Doubling;
import io.github.memoryleak.rounds.Bench;
import io.github.memoryleak.rounds.Measurement;
import io.github.memoryleak.rounds.Operation;
import io.github.memoryleak.rounds.ThreadWatch;
import io.github.memoryleak.rounds.TypeOrigin;
import io.github.memoryleak.site.Creation;
import io.github.memoryleak.site.SiteRecorder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which stack creates what leaks: the operation runs a few times more, while the agent
 * records who makes objects of the types that leak. What is still alive afterwards leaked, and the
 * stack that made most of it is the site.
 *
 * <p>Whatever goes wrong here, the leak stays proven: then there is a sentence in place of sites.
 */
public final class SiteFinder {
  /** Loops where each leaks an object or more; one where a loop takes long. */
  private static final int LOOPS = 2;

  private static final Duration LONG = Duration.ofMillis(200);

  /** What stays open from the first time on, jars for instance, is less than what leaks then. */
  private static final int LOOPS_OF_CLOSEABLE = 5;

  private static final int MOST_LOOPS = 8;

  /** From this growth per loop on, objects are counted rather than their bytes. */
  private static final double COUNTED = 0.25;

  /** A stack that made less of the growth is chance. */
  static final double SHARE = 0.3;

  /** A stack that made as many objects as leak, this part apart, is the one. */
  static final double NEAR = 0.25;

  private static final int MOST_TYPES = 4;
  private static final String VIRTUAL_THREAD = "java.lang.VirtualThread";
  private static final Duration BUDGET = Duration.ofSeconds(8);

  /** As many loops as proved the leak and told its holder have to fit. */
  private static final Duration BUDGET_OF_ARRAYS = Duration.ofSeconds(30);

  private static final int SETTLE_MILLIS = 20;

  private final Operation operation;
  private final Measurement measured;
  private final Explanation explanation;
  private final long loopsBefore;
  private final long room;

  public SiteFinder(Operation operation, Measurement measured, Explanation explanation) {
    this.operation = operation;
    this.measured = measured;
    this.explanation = explanation;
    loopsBefore = measured.allLoops() + explanation.loops();
    room = Room.forSites(measured, explanation.loops());
  }

  /**
   * Findings with what was found out about them.
   *
   * @param findings the same findings, with their sites as far as they can be told
   * @param problem why there are none; a sentence without its end
   */
  public record Sites(List<Finding> findings, @Nullable String problem) {}

  /**
   * {@return where what leaks is made}
   *
   * @param findings what leaks
   * @throws InterruptedException when the thread is to end
   */
  public Sites locate(List<Finding> findings) throws InterruptedException {
    List<Finding> seen = located(findings, explanation.creations(), explanation.loops());
    List<Finding> open = seen.stream().filter(f -> f.site().isEmpty()).toList();
    if (open.isEmpty()) {
      return new Sites(seen, null);
    }
    try {
      return new Sites(located(seen, record(open), loops(open)), null);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception | OutOfMemoryError e) {
      return new Sites(seen, Explanation.reason(e));
    }
  }

  private static List<Finding> located(
      List<Finding> findings, List<Creation> creations, int loops) {
    return findings.stream()
        .map(f -> f.site().isEmpty() ? located(f, creations, loops) : f)
        .toList();
  }

  private List<Creation> record(List<Finding> findings) throws Exception {
    Set<String> types = candidates(findings.stream());
    Set<String> closeable = candidates(findings.stream().filter(SiteFinder::isClosed));
    boolean threads = findings.stream().anyMatch(f -> f.kind() == Kind.THREAD);
    SiteRecorder recorder =
        SiteRecorder.start(
            new SiteRecorder.Wanted(types, closeable, threads, leastLength(findings)));
    List<Creation> creations = List.of();
    try {
      int loops = loops(findings);
      for (int i = 0; i < loops; i++) {
        operation.run();
      }
      // What the program keeps of its latest run only is let go in another one.
      recorder.pause();
      operation.run();
      ThreadWatch.pause(SETTLE_MILLIS);
    } finally {
      creations = recorder.stop(Bench::collect);
    }
    return creations;
  }

  private static Set<String> candidates(Stream<Finding> findings) {
    return findings.flatMap(f -> candidates(f).stream()).collect(Collectors.toSet());
  }

  /** Of arrays that are replaced by larger ones only large ones matter: small ones are legion. */
  private int leastLength(List<Finding> findings) {
    if (findings.stream().anyMatch(f -> f.countPerLoop() >= COUNTED)) {
      return 0;
    }
    double bytes =
        findings.stream()
            .mapToDouble(f -> Doubling.bytes(f.countPerLoop(), f.bytesPerLoop(), loopsBefore))
            .min()
            .orElse(0);
    return Doubling.leastLength(bytes);
  }

  private int wanted(List<Finding> findings) {
    if (measured.loopNanos() > LONG.toNanos()) {
      return 1;
    }
    return findings.stream().anyMatch(SiteFinder::isClosed) ? LOOPS_OF_CLOSEABLE : LOOPS;
  }

  private int loops(List<Finding> findings) {
    return (int) Math.max(1, Math.min(wantedLoops(findings), room));
  }

  private long wantedLoops(List<Finding> findings) {
    int wanted = wanted(findings);
    double least =
        findings.stream()
            .filter(f -> !isMemory(f))
            .mapToDouble(Finding::countPerLoop)
            .min()
            .orElse(1);
    if (least >= COUNTED) {
      return Math.min(MOST_LOOPS, Math.max(wanted, (long) Math.ceil(wanted / least)));
    }
    Duration budget = measured.growsByCount() ? BUDGET : BUDGET_OF_ARRAYS;
    long affordable = budget.toNanos() / Math.max(1, measured.loopNanos());
    return Math.max(LOOPS, Math.min(Doubling.loops(loopsBefore), affordable));
  }

  /**
   * The type of the finding, and those of the program that grow with it: what is made of both is
   * made together. Arrays are looked for only where they are the type, for anything makes arrays.
   */
  private static List<String> candidates(Finding finding) {
    if (finding.kind() == Kind.THREAD) {
      return finding.type().equals(VIRTUAL_THREAD) ? List.of(VIRTUAL_THREAD) : List.of();
    }
    if (finding.kind() == Kind.METASPACE) {
      return List.of(SiteRecorder.DEFINED);
    }
    if (isMemory(finding)) {
      boolean unsafe = finding.type().equals(NativeMemory.UNSAFE);
      return List.of(unsafe ? SiteRecorder.MEMORY : SiteRecorder.CLOSEABLE);
    }
    if (isClosed(finding)) {
      return Resources.openers(finding.kind(), finding.state());
    }
    List<String> types = new ArrayList<>(List.of(finding.type()));
    finding.growing().stream()
        .map(GrowingType::type)
        .filter(type -> !type.endsWith("[]") && !types.contains(type))
        .sorted((a, b) -> Boolean.compare(isOfProgram(b), isOfProgram(a)))
        .limit(MOST_TYPES)
        .forEach(types::add);
    return types;
  }

  /** What is to be closed leaks when it is not, whether it is still alive or not. */
  private static boolean isClosed(Finding finding) {
    return finding.kind() == Kind.FILE_DESCRIPTOR
        || finding.state() == State.UNCLOSED
        || isMemory(finding);
  }

  static boolean isMemory(Finding finding) {
    return finding.kind() == Kind.NATIVE && finding.state() == State.HELD;
  }

  private static boolean isOfProgram(String type) {
    return TypeOrigin.of(type).isOfProgram();
  }

  private static Finding located(Finding finding, List<Creation> creations, int loops) {
    if (finding.kind() == Kind.THREAD) {
      // Virtual ones are noted where they are made, others where they are started.
      return located(finding, finding.type(), creations, loops);
    }
    if (isMemory(finding)) {
      return locatedMemory(finding, creations, loops);
    }
    if (isClosed(finding)) {
      return locatedByMost(finding, creations, loops);
    }
    for (String type : candidates(finding)) {
      Finding located = located(finding, type, creations, loops);
      if (!located.site().isEmpty()) {
        return located;
      }
    }
    return finding;
  }

  /**
   * The stack that takes a block in each loop and never gives it back, buffers apart; or that which
   * first makes something in each loop that is to be closed and is not.
   */
  private static Finding locatedMemory(Finding finding, List<Creation> creations, int loops) {
    boolean unsafe = candidates(finding).contains(SiteRecorder.MEMORY);
    double needed = unsafe ? Math.max(1, SHARE * finding.countPerLoop() * loops) : loops;
    return creations.stream()
        .filter(c -> unsafe == c.type().equals(SiteRecorder.MEMORY) && c.objects() >= needed)
        .filter(c -> unsafe ? !isBuffer(c.stack()) : isOfProgram(c.type()))
        .findFirst()
        .map(c -> finding.withSite(frames(c)))
        .orElse(finding);
  }

  static boolean isBuffer(List<StackTraceElement> stack) {
    return stack.stream()
        .anyMatch(frame -> frame.getClassName().startsWith("java.nio.DirectByteBuffer"));
  }

  /** Of stacks that left as many open, the one whose class says more. */
  private static Finding locatedByMost(Finding finding, List<Creation> creations, int loops) {
    List<String> types = candidates(finding);
    double needed = Math.max(1, SHARE * finding.countPerLoop() * loops);
    return creations.stream()
        .filter(c -> types.contains(c.type()) && c.objects() >= needed)
        .min(
            Comparator.comparingInt((Creation c) -> -c.objects())
                .thenComparing(c -> types.indexOf(c.type())))
        .map(c -> counted(finding, c, creations, loops).withSite(frames(c)))
        .orElse(finding);
  }

  private static List<String> frames(Creation creation) {
    return SiteFrames.of(creation.type(), creation.stack());
  }

  /**
   * What only the collector closes is estimated in the rounds, and counted here: by the stacks that
   * leave one open in each loop.
   */
  private static Finding counted(
      Finding finding, Creation creation, List<Creation> creations, int loops) {
    if (finding.state() != State.UNCLOSED) {
      return finding;
    }
    double counted =
        creations.stream()
            .filter(c -> c.type().equals(creation.type()) && c.objects() >= loops)
            .mapToInt(Creation::objects)
            .sum();
    double perLoop = counted / loops;
    boolean near =
        perLoop >= finding.countPerLoop() / 2 && perLoop <= 2 * Math.max(1, finding.countPerLoop());
    return near ? finding.toBuilder().perLoop(perLoop, finding.bytesPerLoop()).build() : finding;
  }

  private static Finding located(
      Finding finding, String type, List<Creation> creations, int loops) {
    double growth = growth(finding, type);
    double needed = growth < COUNTED ? 1 : Math.max(1, SHARE * growth * loops);
    return origin(type, needed, growth * loops, creations)
        .map(c -> finding.withSite(SiteFrames.of(type, c.stack())))
        .orElse(finding);
  }

  /**
   * {@return the stack that made as many as leak; where none did, that which made most} Caches that
   * the collector empties are filled again meanwhile, with many more. What the JDK makes by itself,
   * when it reads a jar for instance, counts only where the program made nothing.
   *
   * @param type of which class
   * @param needed the least number of objects
   * @param leaked how many are expected
   * @param creations sorted, that of most objects first
   */
  static Optional<Creation> origin(
      String type, double needed, double leaked, List<Creation> creations) {
    return creations.stream()
        .filter(c -> c.type().equals(type) && c.objects() >= needed)
        .filter(c -> !SiteFrames.isOfMeasurement(type, c.stack()))
        .min(
            Comparator.comparing((Creation c) -> SiteFrames.ofProgram(type, c.stack()).isEmpty())
                .thenComparing(c -> Math.abs(c.objects() - leaked) > NEAR * leaked));
  }

  private static double growth(Finding finding, String type) {
    return finding.growing().stream()
        .filter(t -> t.type().equals(type))
        .mapToDouble(GrowingType::countPerLoop)
        .findFirst()
        .orElse(finding.countPerLoop());
  }
}
