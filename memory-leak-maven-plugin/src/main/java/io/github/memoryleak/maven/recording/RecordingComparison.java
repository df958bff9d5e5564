package io.github.memoryleak.maven.recording;

import io.github.memoryleak.maven.settings.UserError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What two recordings of a program differ in: bytes that tests allocated, for each execution of a
 * test; or all bytes, for each second, where tests are not known.
 *
 * @param base the earlier recording
 * @param current the later one
 * @param isByTest whether the amounts are for an execution of a test
 * @param sites allocation by site, that with the largest change first
 * @param types allocation by class, that with the largest change first
 */
public record RecordingComparison(
    Recording base, Recording current, boolean isByTest, List<Change> sites, List<Change> types) {
  private static final double NANOS_PER_SECOND = 1e9;

  /** Moved code allocates about the same as before. */
  private static final double SAME = 0.1;

  private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

  /** Copies the lists. */
  public RecordingComparison {
    sites = List.copyOf(sites);
    types = List.copyOf(types);
  }

  /**
   * A site or a class.
   *
   * @param name the innermost method that is not the JDK's, with the class that it allocates; or a
   *     class
   * @param base bytes in the earlier recording
   * @param current bytes in the later one
   * @param movedFrom where the same was allocated before; empty when it did not move
   */
  public record Change(String name, double base, double current, String movedFrom) {
    double change() {
      return current - base;
    }
  }

  /**
   * Compares recordings.
   *
   * @param base the earlier one
   * @param current the later one
   * @return what differs
   * @throws UserError when one of them has no events about allocation
   */
  public static RecordingComparison of(Recording base, Recording current) {
    boolean byTest = base.tests() > 0 && current.tests() > 0;
    Function<Allocation, String> site = a -> siteOf(a) + "  " + a.type();
    return new RecordingComparison(
        base,
        current,
        byTest,
        withMoves(changes(base, current, site, byTest)),
        changes(base, current, Allocation::type, byTest));
  }

  private static String siteOf(Allocation allocation) {
    return allocation.stack().stream()
        .map(Frame::method)
        .filter(method -> JDK.stream().noneMatch(method::startsWith))
        .findFirst()
        .orElseGet(
            () -> allocation.stack().isEmpty() ? "unknown" : allocation.stack().get(0).method());
  }

  private static List<Change> changes(
      Recording base, Recording current, Function<Allocation, String> name, boolean byTest) {
    Map<String, Double> before = sums(base, name, byTest);
    Map<String, Double> after = sums(current, name, byTest);
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    return sorted(
        names.stream()
            .map(n -> new Change(n, before.getOrDefault(n, 0.0), after.getOrDefault(n, 0.0), ""))
            .toList());
  }

  private static List<Change> sorted(List<Change> changes) {
    return changes.stream()
        .sorted(
            Comparator.comparingDouble((Change c) -> -Math.abs(c.change()))
                .thenComparing(Change::name))
        .toList();
  }

  private static Map<String, Double> sums(
      Recording recording, Function<Allocation, String> name, boolean byTest) {
    double runs = runs(recording, byTest);
    Map<String, Double> sums = new HashMap<>();
    for (Allocation allocation : counted(recording, byTest)) {
      sums.merge(name.apply(allocation), allocation.bytes() / runs, Double::sum);
    }
    return sums;
  }

  /** Where tests are known, what goes on before, between and after them is no test's. */
  private static List<Allocation> counted(Recording recording, boolean byTest) {
    List<Allocation> all = recording.samples(SampleIndex.ALLOC_SPACE);
    return byTest ? all.stream().filter(a -> !a.test().isEmpty()).toList() : all;
  }

  List<Allocation> counted(Recording recording) {
    return counted(recording, isByTest);
  }

  double runs(Recording recording) {
    return runs(recording, isByTest);
  }

  /** {@return bytes that no test allocated, but what runs them; 0 where tests are not known} */
  long outside(Recording recording) {
    return bytes(recording.allocations()) - bytes(counted(recording));
  }

  private static long bytes(List<Allocation> allocations) {
    return allocations.stream().mapToLong(Allocation::bytes).sum();
  }

  private static double runs(Recording recording, boolean byTest) {
    return byTest
        ? recording.tests()
        : Math.max(1 / NANOS_PER_SECOND, recording.nanos() / NANOS_PER_SECOND);
  }

  /** A site that is gone and a new one with the same class and amount are one that moved. */
  private static List<Change> withMoves(List<Change> changes) {
    List<Change> gone = new ArrayList<>(changes.stream().filter(c -> c.current() == 0).toList());
    List<Change> all = new ArrayList<>(changes);
    for (Change change : changes) {
      if (change.base() == 0) {
        gone.stream()
            .filter(old -> isSame(old, change))
            .findFirst()
            .ifPresent(
                old -> {
                  gone.remove(old);
                  all.remove(old);
                  all.remove(change);
                  all.add(new Change(change.name(), old.base(), change.current(), siteName(old)));
                });
      }
    }
    return sorted(all);
  }

  private static boolean isSame(Change old, Change now) {
    return type(old).equals(type(now))
        && Math.abs(old.base() - now.current()) <= SAME * Math.max(old.base(), now.current());
  }

  private static String type(Change change) {
    return change.name().substring(change.name().indexOf("  ") + 2);
  }

  private static String siteName(Change change) {
    return change.name().substring(0, change.name().indexOf("  "));
  }

  /** {@return bytes in the earlier recording, for a test run or a second} */
  public double baseTotal() {
    return total(base);
  }

  /** {@return bytes in the later recording, for a test run or a second} */
  public double currentTotal() {
    return total(current);
  }

  private double total(Recording recording) {
    return bytes(counted(recording)) / runs(recording);
  }

  /** {@return by how much more is allocated, as a fraction of the earlier recording} */
  public double growth() {
    return baseTotal() == 0 ? 0 : (currentTotal() - baseTotal()) / baseTotal();
  }

  /** {@return what the amounts are for, for people} */
  public String unit() {
    return isByTest ? "test run" : "second";
  }
}
