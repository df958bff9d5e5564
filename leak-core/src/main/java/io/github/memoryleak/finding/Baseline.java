package io.github.memoryleak.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The leaks that were there when the gate was switched on.
 *
 * @param entries one for each of them
 */
public record Baseline(List<Entry> entries) {

  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::kind)
          .thenComparing(Entry::subject)
          .thenComparing(Entry::type)
          .thenComparing(Entry::fingerprint);

  /** {@code com.acme.CartTest#adds}, or a class in a package. */
  private static final Pattern OF_CLASS = Pattern.compile("([\\w$.]+)#.*|([\\w$]+(?:\\.[\\w$]+)+)");

  /** Nothing is accepted. */
  public static final Baseline EMPTY = new Baseline(List.of());

  /** Sorts the entries, so that the file changes only where something has changed. */
  public Baseline {
    entries = entries.stream().sorted(ORDER).toList();
  }

  /**
   * An accepted leak.
   *
   * @param fingerprint the finding's
   * @param kind the finding's
   * @param subject the subject that showed it
   * @param type the finding's
   * @param holder the finding's; {@code null} where nobody was known to hold it
   * @param countPerLoop the growth that was accepted, in instances per loop
   * @param bytesPerLoop the same in bytes
   * @param reason what people wrote about it; {@code null} for nothing
   */
  public record Entry(
      String fingerprint,
      Kind kind,
      String subject,
      String type,
      @Nullable String holder,
      double countPerLoop,
      long bytesPerLoop,
      @Nullable String reason) {
    /** Rates differ a little from run to run. */
    private static final double COUNT_TOLERANCE = 1.25;

    private static final double LEAST_COUNT = 0.1;
    private static final double BYTES_TOLERANCE = 1.5;
    private static final long LEAST_BYTES = 64;

    private static final Pattern JDK = Pattern.compile("(javax?|jdk|sun|com\\.sun)\\.");

    /**
     * {@return an entry that accepts a finding}
     *
     * @param f the finding
     */
    public static Entry of(Finding f) {
      return new Entry(
          f.fingerprint(),
          f.kind(),
          f.subject(),
          f.type(),
          f.holder(),
          f.countPerLoop(),
          f.bytesPerLoop(),
          null);
    }

    /**
     * {@return whether it is the same leak: by fingerprint; by its holder, where another of the
     * types that grow together was thought to say most; or by test and type, where one of the two
     * could not be told who holds it}
     *
     * @param f the finding
     */
    public boolean isAbout(Finding f) {
      return fingerprint.equals(f.fingerprint())
          || (kind == f.kind() && (hasHolderOf(f) || isSameWithoutHolder(f)));
    }

    /** Many things are in one field of the JDK: all MBeans, all shutdown hooks. */
    private boolean hasHolderOf(Finding f) {
      return holder != null && holder.equals(f.holder()) && isFieldOfProgram(holder);
    }

    /** Threads hold, too, and many have one name. */
    private static boolean isFieldOfProgram(String holder) {
      String field = holder.replaceFirst("^static ", "");
      return !field.contains(" ") && !JDK.matcher(field).lookingAt();
    }

    private boolean isSameWithoutHolder(Finding f) {
      return (holder == null || f.holder() == null)
          && subject.equals(f.subject())
          && type.equals(f.type());
    }

    /**
     * {@return whether it has not grown beyond its limit: a quarter more objects than were accepted
     * for each loop, or half as many bytes again}
     *
     * @param f the finding
     */
    public boolean tolerates(Finding f) {
      return f.countPerLoop() <= countPerLoop * COUNT_TOLERANCE + LEAST_COUNT
          && f.bytesPerLoop() <= bytesPerLoop * BYTES_TOLERANCE + LEAST_BYTES;
    }

    private Entry withReasonOf(Entry other) {
      return new Entry(
          fingerprint, kind, subject, type, holder, countPerLoop, bytesPerLoop, other.reason);
    }

    private Entry max(Finding f) {
      return new Entry(
          fingerprint,
          kind,
          subject,
          type,
          holder,
          Math.max(countPerLoop, f.countPerLoop()),
          Math.max(bytesPerLoop, f.bytesPerLoop()),
          reason);
    }
  }

  /**
   * {@return the entry about a leak}
   *
   * @param finding the leak
   */
  public Optional<Entry> about(Finding finding) {
    return entries.stream().filter(e -> e.isAbout(finding)).findFirst();
  }

  /**
   * {@return the entries whose subject was measured without showing the leak, or is not there any
   * more}
   *
   * @param report what was measured
   * @param tests which test classes there are
   */
  List<Entry> vanished(LeakReport report, Predicate<String> tests) {
    return entries.stream()
        .filter(e -> report.findings().stream().noneMatch(e::isAbout))
        .filter(e -> isMeasured(e.subject(), report) || isGone(e.subject(), tests, report))
        .toList();
  }

  private static boolean isMeasured(String name, LeakReport report) {
    return report.subjects().stream().anyMatch(s -> isMeasured(name, s));
  }

  /** Some engines have tests that are no classes, and a suite may be one subject. */
  private static boolean isGone(String name, Predicate<String> tests, LeakReport report) {
    Matcher matcher = OF_CLASS.matcher(name);
    return matcher.matches()
        && !tests.test(matcher.group(1) == null ? name : matcher.group(1))
        && report.subjects().stream().noneMatch(s -> s.name().equals(name));
  }

  /** A class in which nothing grows is one subject; its tests are measured with it. */
  private static boolean isMeasured(String name, SubjectResult subject) {
    return subject.verdict() != Verdict.INCONCLUSIVE
        && (name.equals(subject.name()) || name.startsWith(subject.name() + "#"));
  }

  /**
   * {@return the baseline that accepts what leaks now; what was not measured stays as it is}
   *
   * @param report what was measured
   * @param leaks those of its findings that are to be accepted
   * @param tests which test classes there are
   */
  Baseline updated(LeakReport report, List<Finding> leaks, Predicate<String> tests) {
    List<Entry> next = new ArrayList<>(entries);
    next.removeAll(vanished(report, tests));
    next.removeIf(e -> leaks.stream().anyMatch(e::isAbout));
    List<Entry> now = new ArrayList<>();
    for (Finding leak : leaks) {
      add(now, leak);
    }
    next.addAll(now);
    return new Baseline(next);
  }

  /** Several tests may show the same leak: the one that shows most of it counts. */
  private void add(List<Entry> now, Finding leak) {
    for (int i = 0; i < now.size(); i++) {
      if (now.get(i).isAbout(leak)) {
        now.set(i, now.get(i).max(leak));
        return;
      }
    }
    Entry entry = Entry.of(leak);
    now.add(about(leak).map(entry::withReasonOf).orElse(entry));
  }
}
