package io.github.memoryleak.judge;

import io.github.memoryleak.explain.Resources;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.FindingBuilder;
import io.github.memoryleak.finding.Fingerprint;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.finding.Interval;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.rounds.Growing;
import io.github.memoryleak.rounds.Measurement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Files, buffers and native memory that leak. The objects through which the program holds them grow
 * as well: a finding of the heap that is about such objects becomes that of the resource, so that
 * one bug has one finding. Of leaking threads they are a part.
 */
final class ResourceFindings {
  private static final int MAX_TYPES = 20;

  private static final Comparator<GrowingType> MOST_FIRST =
      Comparator.comparingDouble(GrowingType::bytesPerLoop)
          .thenComparing(GrowingType::countPerLoop)
          .reversed()
          .thenComparing(GrowingType::type);

  private final String subject;
  private final Measurement measurement;
  private final List<Growing> growing;

  private ResourceFindings(String subject, Measurement measurement, List<Growing> growing) {
    this.subject = subject;
    this.measurement = measurement;
    this.growing = growing;
  }

  /**
   * {@return all findings}
   *
   * @param subject the subject's name
   * @param measurement its measurement
   * @param growing what is to be reported
   * @param others the findings of heap and threads
   */
  static List<Finding> addTo(
      String subject, Measurement measurement, List<Growing> growing, List<Finding> others) {
    if (others.stream().anyMatch(f -> f.kind() == Kind.THREAD)) {
      return others;
    }
    return new ResourceFindings(subject, measurement, growing).addTo(others);
  }

  private List<Finding> addTo(List<Finding> heap) {
    List<Finding> findings = new ArrayList<>(heap);
    for (Resources resource : Resources.values()) {
      List<GrowingType> grown = of(resource).map(Growing::type).sorted(MOST_FIRST).toList();
      if (!grown.isEmpty() && findings.stream().noneMatch(f -> f.kind() == resource.kind())) {
        add(findings, resource, grown);
      }
    }
    return findings;
  }

  private Stream<Growing> of(Resources resource) {
    return growing.stream().filter(g -> g.meter() == resource.meter());
  }

  /**
   * {@return what the bytes lie between; of memory that is not counted exactly there is one kind}
   */
  private @Nullable Interval bytes(Resources resource) {
    return of(resource).map(Growing::bytes).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private void add(List<Finding> findings, Resources resource, List<GrowingType> grown) {
    if (resource.isMemory() && !findings.isEmpty()) {
      addMemory(findings, grown);
      return;
    }
    Optional<Finding> held = about(findings, resource);
    held.ifPresent(findings::remove);
    findings.add(finding(resource, grown, held.orElse(null)));
  }

  /**
   * What native memory belongs to cannot be read from it. Mostly it is that of the objects that
   * grow, so it is told with them; of what else leaks it is a part, as stacks are of threads.
   */
  private static void addMemory(List<Finding> findings, List<GrowingType> memory) {
    Finding first = findings.get(0);
    if (first.kind() == Kind.HEAP) {
      List<GrowingType> types = new ArrayList<>(first.growing());
      types.addAll(Math.min(1, types.size()), memory);
      findings.set(0, first.toBuilder().growing(types).build());
    }
  }

  /** {@return the finding of the heap through which the resource is held} */
  private Optional<Finding> about(List<Finding> findings, Resources resource) {
    List<Finding> heap = findings.stream().filter(f -> f.kind() == Kind.HEAP).toList();
    Optional<Finding> named =
        heap.stream()
            .filter(f -> f.growing().stream().anyMatch(t -> isPart(resource, t)))
            .findFirst();
    boolean only =
        heap.size() == 1
            && measurement.growing().stream().anyMatch(g -> isPart(resource, g.type()));
    return named.isPresent() || !only ? named : Optional.of(heap.get(0));
  }

  private static boolean isPart(Resources resource, GrowingType type) {
    return resource.types().contains(type.type());
  }

  private Finding finding(Resources resource, List<GrowingType> grown, @Nullable Finding held) {
    List<GrowingType> parts = parts(resource, grown);
    String type = parts.get(0).type();
    FindingBuilder builder =
        held == null ? new FindingBuilder(resource.kind(), subject, type) : held.toBuilder();
    String place = held == null || held.holder() == null ? subject : held.holder();
    return builder
        .kind(resource.kind())
        .type(type)
        .perLoop(sum(grown, GrowingType::countPerLoop), bytesPerLoop(grown))
        .bytesPerLoopInterval(bytes(resource))
        .state(resource.state())
        .fingerprint(Fingerprint.of(resource.kind().name(), place, type))
        .growing(withTypes(parts, held))
        .build();
  }

  private static List<GrowingType> withTypes(List<GrowingType> parts, @Nullable Finding held) {
    Set<String> names = parts.stream().map(GrowingType::type).collect(Collectors.toSet());
    Stream<GrowingType> types = held == null ? Stream.of() : held.growing().stream();
    return Stream.concat(parts.stream(), types.filter(t -> !names.contains(t.type())))
        .limit(MAX_TYPES)
        .toList();
  }

  private static long bytesPerLoop(List<GrowingType> grown) {
    return Math.round(sum(grown, GrowingType::bytesPerLoop));
  }

  private static double sum(List<GrowingType> grown, ToDoubleFunction<GrowingType> number) {
    return grown.stream().mapToDouble(number).sum();
  }

  /** What the resource is: which files, which buffers. */
  private List<GrowingType> parts(Resources resource, List<GrowingType> grown) {
    return switch (resource) {
      case FILES, UNCLOSED_FILES -> files(grown.get(0));
      case BUFFERS -> List.of(part(buffer(grown.get(0)), grown.get(0), 1));
      case NATIVE, MALLOC, UNCLOSED_NATIVE -> grown;
    };
  }

  private static String buffer(GrowingType pool) {
    return pool.type().startsWith("mapped")
        ? "java.nio.MappedByteBuffer"
        : "java.nio.DirectByteBuffer";
  }

  /**
   * Files with the most telling first: paths, then sockets, then pipes and selectors, and what
   * belongs to them.
   */
  private List<GrowingType> files(GrowingType grown) {
    Map<String, Integer> counts = new TreeMap<>();
    measurement.openedFiles().forEach(file -> counts.merge(file, 1, Integer::sum));
    if (counts.isEmpty()) {
      return List.of(grown);
    }
    int all = measurement.openedFiles().size();
    return counts.entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<String, Integer> e) -> rank(e.getKey()))
                .thenComparing(Map.Entry.<String, Integer>comparingByValue().reversed()))
        .map(e -> part(e.getKey(), grown, (double) e.getValue() / all))
        .toList();
  }

  private static int rank(String file) {
    if (file.contains("socket")) {
      return 1;
    }
    if (file.contains("/")) {
      return 0;
    }
    return file.equals("eventfd") ? 3 : 2;
  }

  private static GrowingType part(String name, GrowingType grown, double share) {
    return new GrowingType(
        name,
        Math.round(share * grown.count()),
        Math.round(share * grown.bytes()),
        share * grown.countPerLoop(),
        share * grown.bytesPerLoop());
  }
}
