package io.github.memoryleak.junit;

import io.github.memoryleak.RepeatedCheck;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.SubjectResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The judged subjects so far. */
final class Results {
  private final List<SubjectResult> subjects = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** Adds a subject that was measured by itself. */
  void add(RepeatedCheck check) {
    subjects.add(check.subject());
    findings.addAll(check.findings());
    notes.addAll(check.notes());
  }

  /** Adds the units of a group that was measured together: each gets the group's numbers. */
  void addAll(Stream<Unit> units, RepeatedCheck group) {
    SubjectResult s = group.subject();
    notes.addAll(group.notes());
    for (Unit unit : units.toList()) {
      subjects.add(
          new SubjectResult(
              unit.name(),
              s.verdict(),
              s.reason(),
              s.rounds(),
              s.loops(),
              s.heapBytes(),
              s.threads(),
              s.millis()));
    }
  }

  /** Adds a subject with what leaks in it. */
  void add(SubjectResult subject, List<Finding> leaks) {
    subjects.add(subject);
    findings.addAll(leaks);
  }

  /** Forgets a subject. */
  void remove(String name) {
    subjects.removeIf(subject -> subject.name().equals(name));
    findings.removeIf(finding -> finding.subject().equals(name));
  }

  /** Forgets everything. */
  void clear() {
    subjects.clear();
    findings.clear();
    notes.clear();
  }

  /** Adds a sentence beside the subjects. */
  void note(String sentence) {
    notes.add(sentence);
  }

  /** Adds all of this to other results. */
  void addTo(Results others) {
    others.subjects.addAll(subjects);
    others.findings.addAll(findings);
    others.notes.addAll(notes);
  }

  List<SubjectResult> subjects() {
    return subjects;
  }

  List<Finding> findings() {
    return findings;
  }

  List<String> notes() {
    return notes;
  }
}
