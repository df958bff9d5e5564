package io.github.memoryleak.finding;

import java.util.List;

/**
 * The result of one measured run: what every report shows and what the gate judges.
 *
 * @param verdict the verdict over all subjects
 * @param environment the JVM that was measured
 * @param subjects every judged subject
 * @param findings every leak
 * @param problems what could not be measured
 * @param notes sentences that a reader of the report should know, such as ignored settings
 */
public record LeakReport(
    Verdict verdict,
    Environment environment,
    List<SubjectResult> subjects,
    List<Finding> findings,
    List<Problem> problems,
    List<String> notes) {

  /** The version of the JSON form. */
  public static final int SCHEMA_VERSION = 1;

  /** Copies the lists. */
  public LeakReport {
    subjects = List.copyOf(subjects);
    findings = List.copyOf(findings);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  /** {@return the leaks that count: neither in the baseline nor suppressed, each once} */
  public List<Leak> leaks() {
    return Leak.of(findings.stream().filter(f -> f.status() == Status.NEW).toList());
  }

  /**
   * {@return the same report with other findings}
   *
   * @param others the findings
   */
  public LeakReport withFindings(List<Finding> others) {
    return new LeakReport(verdict, environment, subjects, others, problems, notes);
  }

  /**
   * The measured JVM.
   *
   * @param javaVersion for instance {@code 17.0.15}
   * @param jvm name and vendor
   * @param collector the garbage collector, for instance {@code G1}
   * @param startedAt start of the measurement, ISO-8601
   * @param millis how long it took, in milliseconds
   * @param foreignThreads live threads at the end that are not judged
   */
  public record Environment(
      String javaVersion,
      String jvm,
      String collector,
      String startedAt,
      long millis,
      List<ForeignThreads> foreignThreads) {

    /** Copies the list. */
    public Environment {
      foreignThreads = List.copyOf(foreignThreads);
    }

    /**
     * Describes a JVM whose threads were not counted.
     *
     * @param javaVersion as above
     * @param jvm as above
     * @param collector as above
     * @param startedAt as above
     * @param millis as above
     */
    public Environment(
        String javaVersion, String jvm, String collector, String startedAt, long millis) {
      this(javaVersion, jvm, collector, startedAt, millis, List.of());
    }
  }

  /**
   * Threads that are not judged, for they are not the program's.
   *
   * @param owner whose they are, for instance {@code the Flight Recorder}
   * @param threads how many
   */
  public record ForeignThreads(String owner, int threads) {}
}
