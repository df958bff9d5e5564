package io.github.memoryleak.report;

import io.github.memoryleak.finding.Change;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.finding.ThreadTrace;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of one check of an operation, as the detectors print it.
 *
 * @param operation the operation's name, as its caller gave it
 * @param heapBytes live heap before and after, in bytes
 * @param threads live threads before and after
 * @param heapLeaked whether the heap grew over its limits
 * @param threadLeaked whether the threads grew over their limit
 * @param growing the classes that grew, the most important first; may be empty
 * @param leakedThreads the threads that were not there before; may be empty
 * @param others leaks of what is neither an ordinary object nor a thread; may be empty
 */
public record OperationReport(
    String operation,
    Change heapBytes,
    Change threads,
    boolean heapLeaked,
    boolean threadLeaked,
    List<GrowingType> growing,
    List<ThreadTrace> leakedThreads,
    List<Finding> others) {

  private static final int MAX_TYPES = 10;
  private static final int MAX_GROUPS = 10;

  /** Copies the lists. */
  public OperationReport {
    growing = List.copyOf(growing);
    leakedThreads = List.copyOf(leakedThreads);
    others = List.copyOf(others);
  }

  /**
   * {@return one line for a pass; for a leak a line for each kind, followed by the classes that
   * grew or the threads with their stacks. Lines end with {@code \n}, the last one with nothing}
   */
  public String text() {
    List<String> lines = new ArrayList<>();
    if (heapLeaked) {
      addHeap(lines);
    }
    if (threadLeaked) {
      addThreads(lines);
    }
    others.forEach(finding -> addOther(lines, finding));
    if (lines.isEmpty()) {
      lines.add("PASS " + Text.oneLine(operation) + ": " + Levels.text(heapBytes, threads));
    }
    return String.join("\n", lines);
  }

  private void addHeap(List<String> lines) {
    lines.add(
        "LEAK DETECTED in %s: Heap grew by %s (%s)"
            .formatted(Text.oneLine(operation), Levels.exactPercent(heapBytes), grown()));
    List<List<String>> rows = growing.stream().limit(MAX_TYPES).map(OperationReport::row).toList();
    Columns.align(rows).forEach(line -> lines.add("  " + line));
    if (growing.size() > MAX_TYPES) {
      lines.add(
          "  ... and " + Units.count(growing.size() - MAX_TYPES, "more class", "more classes"));
    }
  }

  private static List<String> row(GrowingType t) {
    return List.of(Units.signed(t.count()), Units.signedBytes(t.bytes()), Text.oneLine(t.type()));
  }

  private String grown() {
    String text = Units.megabytes(heapBytes.growth());
    return text.equals("0.00 MB") ? Units.bytes(heapBytes.growth()) : text;
  }

  private void addOther(List<String> lines, Finding finding) {
    String kind = finding.kind().name().replace('_', ' ');
    lines.add(
        "%s LEAK DETECTED in %s: %s"
            .formatted(kind, Text.oneLine(operation), Details.headline(finding)));
    FindingText.types(Growth.others(finding)).forEach(line -> lines.add("  " + line));
  }

  private void addThreads(List<String> lines) {
    lines.add(
        "THREAD LEAK DETECTED in %s: %s leaked"
            .formatted(
                Text.oneLine(operation), Units.count(threads.growth(), "thread", "threads")));
    ThreadGroups.text(leakedThreads, MAX_GROUPS).forEach(line -> lines.add("  " + line));
  }
}
