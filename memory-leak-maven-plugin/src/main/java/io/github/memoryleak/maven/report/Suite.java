package io.github.memoryleak.maven.report;

import io.github.memoryleak.finding.LeakReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The subjects of one class.
 *
 * @param name the class name, or the name of what is not a class
 * @param cases the subjects in the order of the report
 */
record Suite(String name, List<SuiteCase> cases) {

  /** The suites of a report, in the order of its subjects. */
  static List<Suite> of(LeakReport report) {
    Map<String, List<SuiteCase>> suites = new LinkedHashMap<>();
    for (SuiteCase subject : SuiteCase.of(report)) {
      suites.computeIfAbsent(subject.className(), name -> new ArrayList<>()).add(subject);
    }
    return suites.entrySet().stream().map(e -> new Suite(e.getKey(), e.getValue())).toList();
  }

  long count(SuiteCase.Outcome outcome) {
    return cases.stream().filter(c -> c.outcome() == outcome).count();
  }

  long millis() {
    return cases.stream().mapToLong(SuiteCase::millis).sum();
  }
}
