package io.github.memoryleak.it;

import io.github.memoryleak.benchmark.TimedProcess;
import io.github.memoryleak.leakbench.Sighting;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a detector said of a case.
 *
 * @param subject the case
 * @param sighting what it said
 * @param decided whether it came to a verdict
 * @param process its whole process
 * @param split where the time went, as text; empty where it is not known
 */
record LeakBenchEntry(
    LeakBenchCase subject, Sighting sighting, boolean decided, TimedProcess process, String split) {

  /** What a finding names. */
  enum Part {
    TYPE,
    HOLDER,
    SITE
  }

  boolean right() {
    return decided && sighting.leak() == subject.leaks();
  }

  boolean hit() {
    return subject.leaks() && sighting.leak();
  }

  /** {@return whether there is something to name; a site there always is} */
  boolean asks(Part part) {
    return subject.leaks() && (part == Part.SITE || !expected(part).isEmpty());
  }

  /** {@return whether one of the texts of a right verdict fits what is expected} */
  boolean names(Part part) {
    Pattern expected = Pattern.compile(expected(part));
    return hit() && texts(part).stream().anyMatch(text -> expected.matcher(text).find());
  }

  private String expected(Part part) {
    return switch (part) {
      case TYPE -> subject.sought().type();
      case HOLDER -> subject.sought().holder();
      case SITE -> subject.sought().site();
    };
  }

  private List<String> texts(Part part) {
    return switch (part) {
      case TYPE -> sighting.types();
      case HOLDER -> sighting.holders();
      case SITE -> sighting.sites();
    };
  }
}
