package io.github.memoryleak.judge;

import io.github.memoryleak.census.Meter;
import io.github.memoryleak.explain.Explanation;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.FindingBuilder;
import io.github.memoryleak.finding.Fingerprint;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.Owner;
import io.github.memoryleak.finding.ThreadTrace;
import io.github.memoryleak.growth.Trend;
import io.github.memoryleak.names.NamePattern;
import io.github.memoryleak.rounds.ClassTypes;
import io.github.memoryleak.rounds.Growing;
import io.github.memoryleak.rounds.Measurement;
import io.github.memoryleak.rounds.PoolShape;
import io.github.memoryleak.rounds.TypeOrigin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Turns the growth of a measurement into findings: one for the leaked threads, or one for the heap.
 * What a leaked thread drags along is told in its finding, not in another.
 */
public final class Findings {
  /**
   * A pool makes one of these, whatever its number of threads; a pool that merely ramps up makes
   * none.
   */
  private static final String PART_OF_EACH_POOL = "ConditionObject";

  private static final Set<String> POOLS =
      Set.of("java.util.concurrent.ForkJoinPool", "java.util.concurrent.ThreadPoolExecutor");

  private static final double PARTS_OF_A_THREAD = 3;
  private static final int MAX_TYPES = 20;
  private static final int MAX_THREADS = 20;

  private static final String VIRTUAL_THREAD = "java.lang.VirtualThread";

  private final String subject;
  private final Measurement measurement;
  private final List<Growing> growing;
  private final List<GrowingType> threads;
  private final List<GrowingType> types;
  private final boolean libraryGrows;
  private final Explanation explanation;

  private Findings(
      String subject, Measurement measurement, boolean onlySteady, Explanation explanation) {
    this.subject = subject;
    this.measurement = measurement;
    this.explanation = explanation;
    growing =
        measurement.growing().stream()
            .filter(g -> !onlySteady || g.trend() == Trend.STEADY)
            .toList();
    libraryGrows =
        growing.stream().anyMatch(g -> isClass(g) && origin(g.type()) == TypeOrigin.LIBRARY);
    threads =
        growing.stream()
            .filter(g -> g.isThread() || isVirtualThread(g))
            .map(Growing::type)
            .toList();
    types =
        growing.stream()
            .filter(g -> isClass(g) && !isVirtualThread(g))
            .map(Growing::type)
            .sorted(Comparator.comparingInt(this::rank).thenComparing(BY_BYTES))
            .toList();
  }

  private static boolean isClass(Growing g) {
    return g.meter() == Meter.HEAP;
  }

  /** The JVM does not list them; but they are objects. */
  private static boolean isVirtualThread(Growing g) {
    return isClass(g) && g.type().type().equals(VIRTUAL_THREAD);
  }

  /**
   * What says most about a leak comes first; a test's own helpers say no more than a library's
   * types.
   */
  private int rank(GrowingType t) {
    TypeOrigin origin = origin(t);
    boolean peer = origin == TypeOrigin.TEST_CLASS && libraryGrows;
    return (peer ? TypeOrigin.LIBRARY : origin).ordinal();
  }

  private static final Comparator<GrowingType> BY_BYTES =
      Comparator.comparingDouble(GrowingType::bytesPerLoop).reversed();

  /**
   * {@return the leaks of a subject}
   *
   * @param subject the subject's name
   * @param measurement its measurement
   * @param onlySteady whether growth must be steady to be one
   * @param explanation who holds what grew
   */
  public static List<Finding> of(
      String subject, Measurement measurement, boolean onlySteady, Explanation explanation) {
    return new Findings(subject, measurement, onlySteady, explanation).list();
  }

  private List<Finding> list() {
    List<Finding> findings = new ArrayList<>();
    if (threads.isEmpty()) {
      addHeap(findings, types);
    } else if (isRampUp()) {
      addHeap(findings, types.stream().filter(t -> !comesWithThreads(t)).toList());
    } else {
      threads.forEach(t -> findings.add(threadFinding(t)));
    }
    return ResourceFindings.addTo(subject, measurement, growing, findings);
  }

  /** One finding for each holder; without holders, one for all that grew. */
  private void addHeap(List<Finding> findings, List<GrowingType> grown) {
    List<Held> held = Held.of(explanation, grown);
    if (ClassTypes.loader(grown).isEmpty() && ClassTypes.classes(grown).isPresent()) {
      findings.add(classFinding(grown, held));
      return;
    }
    List<GrowingType> left =
        grown.stream().filter(t -> held.stream().noneMatch(h -> h.types().contains(t))).toList();
    if (held.size() == 1 && left.stream().noneMatch(Findings::isTelling)) {
      findings.add(heldFinding(held.get(0), bytesPerLoop(grown), left));
      return;
    }
    held.forEach(h -> findings.add(heldFinding(h, h.bytesPerLoop(), List.of())));
    if (held.isEmpty() || left.stream().anyMatch(Findings::isTelling)) {
      addUnexplained(findings, left);
    }
  }

  private Finding classFinding(List<GrowingType> grown, List<Held> held) {
    GrowingType classes = named(ClassTypes.classes(grown).orElseThrow());
    List<GrowingType> all = new ArrayList<>(List.of(classes));
    grown.stream().filter(t -> !ClassTypes.isClass(t)).forEach(all::add);
    Finding finding =
        finding(
            Kind.METASPACE, classes, origin(classes).owner(), bytesPerLoop(grown), all, List.of());
    Set<String> newClasses = newClasses();
    return held.stream()
        .filter(h -> h.keepsAny(newClasses))
        .findFirst()
        .map(h -> h.complete(finding))
        .orElse(finding);
  }

  /** The classes of the program themselves, or objects of theirs: either keeps them. */
  private Set<String> newClasses() {
    Set<String> names = new HashSet<>(measurement.loadedClasses());
    names.add(Class.class.getName());
    return names;
  }

  /** By the name that most of the new classes have. */
  private GrowingType named(GrowingType classes) {
    return measurement.loadedClasses().stream()
        .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .map(
            e ->
                new GrowingType(
                    e.getKey(),
                    classes.count(),
                    classes.bytes(),
                    classes.countPerLoop(),
                    classes.bytesPerLoop()))
        .orElse(classes);
  }

  private static boolean isTelling(GrowingType type) {
    return origin(type).isOfProgram();
  }

  private void addUnexplained(List<Finding> findings, List<GrowingType> grown) {
    if (!grown.isEmpty()) {
      Optional<GrowingType> loader = ClassTypes.loader(grown);
      GrowingType culprit = loader.orElseGet(() -> grown.get(0));
      findings.add(
          finding(
              kind(loader),
              culprit,
              origin(culprit).owner(),
              bytesPerLoop(grown),
              grown,
              List.of()));
    }
  }

  private Finding heldFinding(Held held, long bytesPerLoop, List<GrowingType> others) {
    Optional<GrowingType> loader = ClassTypes.loader(held.types());
    GrowingType culprit = loader.orElseGet(held::culprit);
    List<GrowingType> grown = new ArrayList<>(List.of(culprit));
    held.types().stream().filter(t -> !t.equals(culprit)).forEach(grown::add);
    grown.addAll(others);
    Finding finding = finding(kind(loader), culprit, held.owner(), bytesPerLoop, grown, List.of());
    return held.complete(finding);
  }

  private static Kind kind(Optional<GrowingType> loader) {
    return loader.isPresent() ? Kind.CLASS_LOADER : Kind.HEAP;
  }

  private Finding threadFinding(GrowingType threadType) {
    List<ThreadTrace> leaked =
        newThreads(threadType.type()).limit(MAX_THREADS).collect(Collectors.toList());
    List<GrowingType> grown = new ArrayList<>(List.of(threadType));
    grown.addAll(types);
    Finding finding =
        finding(Kind.THREAD, threadType, Owner.APPLICATION, bytesPerLoop(types), grown, leaked);
    return Held.completeThreads(explanation, finding);
  }

  private Finding finding(
      Kind kind,
      GrowingType culprit,
      Owner owner,
      long bytesPerLoop,
      List<GrowingType> grown,
      List<ThreadTrace> leaked) {
    return new FindingBuilder(kind, subject, culprit.type())
        .perLoop(culprit.countPerLoop(), bytesPerLoop)
        .owner(owner)
        .fingerprint(Fingerprint.of(kind.name(), subject, culprit.type()))
        .growing(withMetaspace(kind, grown).stream().limit(MAX_TYPES).toList())
        .threads(leaked)
        .build();
  }

  /** Loaders and classes cost more outside the heap than on it. */
  private List<GrowingType> withMetaspace(Kind kind, List<GrowingType> grown) {
    List<GrowingType> all = new ArrayList<>(grown);
    if (kind == Kind.CLASS_LOADER || kind == Kind.METASPACE) {
      growing.stream()
          .filter(g -> g.meter() == Meter.METASPACE)
          .forEach(g -> all.add(Math.min(1, all.size()), g.type()));
    }
    return all;
  }

  /**
   * All new threads are idle workers, and there is no new pool: one pool is growing to its core
   * size.
   */
  private boolean isRampUp() {
    List<ThreadTrace> started = threads.stream().flatMap(t -> newThreads(t.type())).toList();
    return !started.isEmpty()
        && started.stream().allMatch(PoolShape::isIdleWorker)
        && types.stream().noneMatch(Findings::comesWithEachPool);
  }

  /** What the JDK makes for each thread of a pool. */
  private boolean comesWithThreads(GrowingType t) {
    double started = threads.stream().mapToDouble(GrowingType::countPerLoop).sum();
    boolean jdk =
        switch (origin(t)) {
          case APPLICATION, TEST_CLASS, LIBRARY -> false;
          default -> true;
        };
    return jdk && t.countPerLoop() <= PARTS_OF_A_THREAD * started;
  }

  private static boolean comesWithEachPool(GrowingType t) {
    return t.type().endsWith(PART_OF_EACH_POOL) || POOLS.contains(t.type());
  }

  private java.util.stream.Stream<ThreadTrace> newThreads(String pattern) {
    return measurement.newThreads().stream()
        .filter(t -> pattern.equals(t.type() + " " + NamePattern.of(t.name())));
  }

  private static long bytesPerLoop(List<GrowingType> grown) {
    return Math.round(grown.stream().mapToDouble(GrowingType::bytesPerLoop).sum());
  }

  private static TypeOrigin origin(GrowingType t) {
    return TypeOrigin.of(t.type());
  }
}
