package io.github.memoryleak.maven.report;

import io.github.memoryleak.junit.Progress;
import io.github.memoryleak.report.Line;
import io.github.memoryleak.report.Style;
import io.github.memoryleak.report.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Progress in a sentence; what changes least comes first, so that the line is calm. */
final class ProgressText {

  private static final Pattern PACKAGE = Pattern.compile("^(?:[\\w$]+\\.)+(?=[\\w$]+(?:#|$))");
  private static final long MINUTE = 60_000;

  private ProgressText() {}

  /** For instance {@code 42 s, 5 of 40 subjects: confirming CartTest, round 3}. */
  static String of(Progress progress, long elapsedMillis) {
    List<String> parts = new ArrayList<>();
    parts.add(Units.seconds(elapsedMillis));
    if (progress.total() > 0) {
      parts.add(progress.done() + " of " + Units.count(progress.total(), "subject", "subjects"));
    }
    String left = remaining(progress, elapsedMillis);
    if (!left.isEmpty()) {
      parts.add(left);
    }
    String text = String.join(", ", parts) + ": " + activity(progress);
    return new Line.Span(Style.PLAIN, text).text();
  }

  private static String activity(Progress progress) {
    List<String> parts = new ArrayList<>();
    String subject = simple(progress.subject());
    parts.add((verb(progress.phase()) + " " + subject).trim());
    if (progress.round() > 0) {
      parts.add("round " + progress.round());
    }
    if (progress.loops() > 0) {
      parts.add(Units.count(progress.loops(), "loop", "loops"));
    }
    String test = simple(progress.test());
    if (!test.isEmpty() && !test.equals(subject)) {
      parts.add("in " + test);
    }
    return String.join(", ", parts);
  }

  private static String verb(String phase) {
    return switch (phase) {
      case "discover" -> "finding tests";
      case "first run" -> "running every test once";
      case "screen" -> "screening";
      case "attribute" -> "narrowing down";
      case "confirm" -> "confirming";
      default -> phase;
    };
  }

  private static String simple(String name) {
    return PACKAGE.matcher(name).replaceFirst("");
  }

  /** As if the subjects to come took as long as those that are finished. */
  private static String remaining(Progress progress, long elapsedMillis) {
    int left = progress.total() - progress.done();
    if (progress.done() <= 0 || left <= 0) {
      return "";
    }
    double millis = (double) elapsedMillis * left / progress.done();
    return millis < MINUTE
        ? "less than a minute left"
        : "about " + (long) Math.ceil(millis / MINUTE) + " min left";
  }
}
