package io.github.memoryleak.junit;

import io.github.memoryleak.RepeatedCheck;
import io.github.memoryleak.Screening;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.finding.Verdict;
import io.github.memoryleak.rounds.Growing;
import io.github.memoryleak.rounds.TypeOrigin;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The leaks that were measured so far. When a quick look at another test shows just what one of
 * them showed, it is the same leak, and the test is not measured again.
 *
 * <p>Just the same means: whatever grows steadily grows in the other at the same rate, every leak
 * of the other shows, and by a class that says something. Strings, arrays and collections grow
 * alike in many leaks, so a test in which nothing else grows is measured by itself.
 */
final class ProvenLeaks {
  private static final double SAME_RATE = 0.1;
  private static final int NAMED = 3;
  private static final int FEW = 2;

  /** From this growth per loop on, a class shows in every look. */
  private static final double COUNTED = 0.9;

  private static final Set<TypeOrigin> TELLING =
      EnumSet.of(TypeOrigin.APPLICATION, TypeOrigin.TEST_CLASS, TypeOrigin.LIBRARY, TypeOrigin.JDK);

  /** By leak the tests that showed the same. */
  private final Map<RepeatedCheck, List<SameLeak.Seen>> alike = new LinkedHashMap<>();

  /** Takes note of a measurement, if it showed leaks. */
  void add(RepeatedCheck check) {
    if (check.verdict() == Verdict.LEAK && !check.findings().isEmpty()) {
      alike.put(check, new ArrayList<>());
    }
  }

  /** {@return whether looking for them would cost more than it saves} */
  boolean areFew() {
    return alike.size() < FEW;
  }

  /** Forgets tests, for it was their class that leaks. */
  void forget(Set<String> subjects) {
    alike.keySet().removeIf(check -> subjects.contains(check.subject().name()));
    alike.values().forEach(others -> others.removeIf(seen -> subjects.contains(seen.name())));
  }

  /** {@return the leaks that other tests showed as well} */
  List<SameLeak> recognised() {
    return alike.entrySet().stream()
        .filter(e -> !e.getValue().isEmpty())
        .map(e -> new SameLeak(e.getKey(), e.getValue()))
        .toList();
  }

  /**
   * {@return the leaks of a test that was seen to grow, when they were measured in another; else
   * nothing}
   *
   * @param screening what the quick look showed
   * @param test the test
   */
  Optional<List<Finding>> seenIn(Screening screening, Unit test) {
    List<Growing> steady = screening.growing().stream().filter(Growing::isSteady).toList();
    return seenIn(SameLeak.Seen.of(test, screening), check -> explains(check, steady));
  }

  /**
   * {@return the leaks of a test that grows, when they were measured in another; else nothing}
   *
   * @param seen the test
   * @param explains whether a measurement explains what grows in the test
   */
  Optional<List<Finding>> seenIn(SameLeak.Seen seen, Predicate<RepeatedCheck> explains) {
    return alike.entrySet().stream()
        .filter(leak -> explains.test(leak.getKey()))
        .findFirst()
        .map(
            leak -> {
              leak.getValue().add(seen);
              return leak.getKey().findings().stream().map(f -> elsewhere(f, seen.name())).toList();
            });
  }

  private static boolean explains(RepeatedCheck check, List<Growing> steady) {
    List<GrowingType> known = check.findings().stream().flatMap(f -> f.growing().stream()).toList();
    return steady.stream().allMatch(g -> g.isOnHeap() && g.byCount() && isAmong(known, g.type()))
        && check.findings().stream().allMatch(f -> shows(f, steady));
  }

  /** Two holders may keep objects of one class: what else each keeps tells them apart. */
  private static boolean shows(Finding finding, List<Growing> steady) {
    List<GrowingType> seen = steady.stream().map(Growing::type).toList();
    return steady.stream().anyMatch(g -> isTelling(g) && isAmong(finding.growing(), g.type()))
        && finding.growing().stream()
            .filter(ProvenLeaks::isTelling)
            .allMatch(t -> isAmong(seen, t));
  }

  private static boolean isAmong(List<GrowingType> known, GrowingType type) {
    return known.stream().anyMatch(t -> isSame(t, type.type(), type.countPerLoop()));
  }

  private static boolean isTelling(Growing growing) {
    return growing.isThread() || TELLING.contains(TypeOrigin.of(growing.type().type()));
  }

  /** {@return whether a class shows in every look, and says something} */
  static boolean isTelling(GrowingType type) {
    return type.countPerLoop() >= COUNTED && TELLING.contains(TypeOrigin.of(type.type()));
  }

  /**
   * {@return whether a type grows at the same rate}
   *
   * @param known how it grows in a leak
   * @param type its name
   * @param rate objects per loop
   */
  static boolean isSame(GrowingType known, String type, double rate) {
    return known.type().equals(type)
        && Math.abs(known.countPerLoop() - rate)
            <= SAME_RATE * Math.max(1, Math.max(known.countPerLoop(), rate));
  }

  /**
   * {@return the same leak in another test} The holder is the same; of the site only what is not in
   * the measured test itself.
   *
   * @param finding the leak as it was measured
   * @param subject the other test's name
   */
  private static Finding elsewhere(Finding finding, String subject) {
    String method = finding.subject().replace('#', '.') + "(";
    List<String> site =
        finding.site().stream().takeWhile(frame -> !frame.startsWith(method)).toList();
    return finding.seenIn(subject).withSite(site);
  }

  /** Adds a sentence for each leak that other tests showed as well. */
  void addNotes(Results results) {
    recognised().forEach(leak -> addNote(leak.check(), leak.names(), results));
  }

  private static void addNote(RepeatedCheck check, List<String> others, Results results) {
    results.note(
        "The same grows at the same rate as in "
            + check.subject().name()
            + (others.size() == 1
                ? ", which was measured in its place, in "
                : ", which was measured in their place, in ")
            + listed(others)
            + ".");
  }

  private static String listed(List<String> names) {
    String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
    return names.size() <= NAMED ? first : first + " and " + (names.size() - NAMED) + " more";
  }
}
