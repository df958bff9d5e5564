package io.github.memoryleak.report;

import io.github.memoryleak.finding.Advice;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.Leak;
import io.github.memoryleak.finding.State;
import io.github.memoryleak.finding.ThreadTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One finding in full: a headline, and below it what is known, each under its label. */
final class FindingText {

  private static final int MAX_TYPES = 5;
  private static final int MAX_SUBJECTS = 3;
  private static final int MAX_STACKS = 3;
  private static final int MAX_PATH = 12;

  private FindingText() {}

  static Line headline(int number, Finding finding) {
    return new LineBuilder(Line.Level.ERROR)
        .faint(number + ". ")
        .add(Style.BAD, finding.type())
        .plain(": " + Growth.of(finding))
        .line();
  }

  /** What is known about the finding; what is not known leaves no trace. */
  static List<Line> of(Finding finding) {
    return of(new Leak(finding, List.of(finding.subject())));
  }

  /** What is known about the leak by its first finding, and who shows it. */
  static List<Line> of(Leak leak) {
    Finding finding = leak.finding();
    Labelled body = new Labelled(Line.Level.ERROR);
    body.add("seen in", subjects(leak.subjects()));
    body.add("with", types(Growth.others(finding)));
    addPath(body, finding);
    body.add("retained", retained(finding));
    body.add("created", Stacks.shorten(finding.site()));
    body.add("states", states(finding.threads()));
    body.add("threads", ThreadGroups.text(finding.threads(), MAX_STACKS));
    body.add("closed", closed(finding));
    body.add("owner", owner(finding));
    addAdvice(body, finding.advice());
    return body.lines();
  }

  private static List<String> subjects(List<String> subjects) {
    List<String> lines = new ArrayList<>(subjects.stream().limit(MAX_SUBJECTS).toList());
    int left = subjects.size() - lines.size();
    if (left > 0) {
      lines.add("... and " + Units.count(left, "more subject", "more subjects"));
    }
    return lines;
  }

  private static void addAdvice(Labelled body, @Nullable Advice advice) {
    if (advice != null) {
      body.add("cause", List.of(advice.cause()));
      body.add("remedy", List.of(advice.remedy()));
      body.add("see", Stream.ofNullable(advice.reference()).toList());
    }
  }

  /** The path mostly starts at the holder; then one of them is enough. */
  private static void addPath(Labelled body, Finding finding) {
    String holder = finding.holder();
    List<String> path = finding.path();
    if (holder == null || (!path.isEmpty() && path.get(0).equals(holder))) {
      body.add("held by", steps(path));
    } else {
      body.add("held by", List.of(holder));
      body.add("path", steps(path));
    }
  }

  static List<String> types(List<GrowingType> types) {
    boolean bytes = types.stream().anyMatch(t -> t.bytesPerLoop() != 0);
    List<List<String>> rows =
        types.stream().limit(MAX_TYPES).map(t -> bytes ? row(t) : rowOfCount(t)).toList();
    List<String> lines = new ArrayList<>(Columns.align(rows));
    if (types.size() > MAX_TYPES) {
      lines.add("... and " + Units.count(types.size() - MAX_TYPES, "more class", "more classes"));
    }
    return lines;
  }

  private static List<String> row(GrowingType type) {
    return List.of(
        Units.signed(type.countPerLoop()), Units.signedBytes(type.bytesPerLoop()), type.type());
  }

  private static List<String> rowOfCount(GrowingType type) {
    return List.of(Units.signed(type.countPerLoop()), type.type());
  }

  /** Both ends of a long path tell something: who holds, and what. */
  private static List<String> steps(List<String> path) {
    List<String> lines = new ArrayList<>();
    for (String step : path) {
      lines.add((lines.isEmpty() ? "" : "\u2192 ") + step);
    }
    int left = lines.size() - MAX_PATH;
    if (left > 0) {
      List<String> middle = lines.subList(MAX_PATH / 2, MAX_PATH / 2 + left);
      middle.clear();
      middle.add("... " + Units.count(left, "step", "steps"));
    }
    return lines;
  }

  private static List<String> retained(Finding finding) {
    Long all = finding.retainedBytes();
    Long perLoop = finding.retainedBytesPerLoop();
    if (all == null) {
      return List.of();
    }
    String text = Units.bytes(all) + " kept alive in all";
    return List.of(perLoop == null ? text : Units.bytes(perLoop) + " per loop, " + text);
  }

  private static List<String> states(List<ThreadTrace> threads) {
    if (threads.size() < 2) {
      return List.of();
    }
    Map<String, Long> counts =
        threads.stream()
            .collect(
                Collectors.groupingBy(ThreadTrace::state, TreeMap::new, Collectors.counting()));
    return List.of(
        counts.entrySet().stream()
            .map(e -> Units.decimal(e.getValue()) + " " + e.getKey())
            .collect(Collectors.joining(", ")));
  }

  private static List<String> closed(Finding finding) {
    String done = finding.kind() == Kind.FILE_DESCRIPTOR ? "close" : "free";
    return finding.state() == State.UNCLOSED
        ? List.of("never; only the garbage collector would " + done + " it")
        : List.of();
  }

  private static List<String> owner(Finding finding) {
    String library = finding.library();
    return switch (finding.owner()) {
      case APPLICATION -> List.of();
      case LIBRARY -> List.of("a library" + (library == null ? "" : ", " + library));
      case TEST_INFRASTRUCTURE -> List.of("the test framework");
    };
  }
}
