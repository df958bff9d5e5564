package io.github.memoryleak.maven.recording;

import io.github.memoryleak.maven.files.ShownPath;
import io.github.memoryleak.report.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A comparison of recordings as text. */
public final class RecordingComparisonText {
  /** Less is what two recordings of the same program differ in. */
  private static final double LEAST_BYTES = 1;

  private RecordingComparisonText() {}

  /**
   * {@return the lines}
   *
   * @param found the comparison
   * @param top how many rows each table has
   */
  public static List<String> of(RecordingComparison found, int top) {
    List<String> lines = new ArrayList<>();
    lines.add("Base:    " + head(found.base()));
    lines.add("Current: " + head(found.current()));
    lines.add(
        "Allocated per "
            + found.unit()
            + ": "
            + bytes(found.baseTotal())
            + " -> "
            + bytes(found.currentTotal())
            + " ("
            + percent(found.growth())
            + ")");
    if (found.isByTest()) {
      lines.add(
          "Outside of tests, in all: "
              + bytes(found.outside(found.base()))
              + " -> "
              + bytes(found.outside(found.current()))
              + " (start, discovery, set-up of classes; not judged)");
    }
    table(
        lines,
        "By site (the innermost method that is not the JDK's, and the class):",
        found.sites(),
        top);
    table(lines, "By class:", found.types(), top);
    return lines;
  }

  private static String head(Recording recording) {
    String tests =
        recording.tests() == 0
            ? ""
            : ", " + Units.count(recording.tests(), "test run", "test runs");
    return ShownPath.of(recording.file())
        + String.format(Locale.ROOT, " (%.1f s%s)", recording.nanos() / 1e9, tests);
  }

  private static void table(
      List<String> lines, String title, List<RecordingComparison.Change> changes, int top) {
    lines.add("");
    lines.add(title);
    lines.add(String.format(Locale.ROOT, "%12s %12s %12s %8s", "base", "current", "change", ""));
    changes.stream()
        .filter(c -> Math.abs(c.change()) >= LEAST_BYTES || !c.movedFrom().isEmpty())
        .limit(top)
        .forEach(c -> lines.add(row(c)));
  }

  private static String row(RecordingComparison.Change change) {
    String moved = change.movedFrom().isEmpty() ? "" : "  (moved from " + change.movedFrom() + ")";
    return String.format(
        Locale.ROOT,
        "%12s %12s %12s %8s  %s%s",
        bytes(change.base()),
        bytes(change.current()),
        Units.signedBytes(Math.round(change.change())),
        what(change),
        change.name(),
        moved);
  }

  private static String what(RecordingComparison.Change change) {
    if (change.base() == 0) {
      return "new";
    }
    return change.current() == 0 ? "gone" : percent(change.change() / change.base());
  }

  private static String bytes(double bytes) {
    return Units.bytes(Math.round(bytes));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%+.1f%%", 100 * share);
  }

  /**
   * {@return a sentence when more is allocated than is tolerated}
   *
   * @param found the comparison
   * @param limit the tolerated growth, 0.1 for 10 %
   */
  public static Optional<String> exceeded(RecordingComparison found, double limit) {
    return found.growth() <= limit
        ? Optional.empty()
        : Optional.of(
            "Allocation per "
                + found.unit()
                + " grew by "
                + percent(found.growth())
                + ", from "
                + bytes(found.baseTotal())
                + " to "
                + bytes(found.currentTotal())
                + "; the limit is "
                + percent(limit)
                + " (leak.allocationGrowth).");
  }
}
