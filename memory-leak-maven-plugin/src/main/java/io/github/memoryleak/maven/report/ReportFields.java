package io.github.memoryleak.maven.report;

import io.github.memoryleak.finding.Advice;
import io.github.memoryleak.finding.Change;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.finding.Interval;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.Owner;
import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.finding.State;
import io.github.memoryleak.finding.Status;
import io.github.memoryleak.finding.SubjectResult;
import io.github.memoryleak.finding.ThreadTrace;
import io.github.memoryleak.finding.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The fields of {@code leak-report.json}. The fields that the contract shows must be there; those
 * beside them may be absent.
 */
final class ReportFields {

  private static final String UNKNOWN = "unknown";

  private ReportFields() {}

  static LeakReport report(JsonCursor c) throws InvalidReportException {
    return new LeakReport(
        c.get("verdict").constant(Verdict.class),
        environment(c.get("environment")),
        c.get("subjects").list(ReportFields::subject),
        c.get("findings").list(ReportFields::finding),
        c.get("problems").listIfPresent(ReportFields::problem),
        c.get("notes").listIfPresent(JsonCursor::text));
  }

  private static LeakReport.Environment environment(JsonCursor c) throws InvalidReportException {
    if (c.isAbsent()) {
      return new LeakReport.Environment(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, 0);
    }
    return new LeakReport.Environment(
        c.get("javaVersion").text(),
        c.get("jvm").text(),
        c.get("collector").text(),
        c.get("startedAt").text(),
        c.get("millis").integer(),
        c.get("foreignThreads").listIfPresent(ReportFields::foreignThreads));
  }

  private static LeakReport.ForeignThreads foreignThreads(JsonCursor c)
      throws InvalidReportException {
    return new LeakReport.ForeignThreads(c.get("owner").text(), c.get("threads").smallInteger());
  }

  private static SubjectResult subject(JsonCursor c) throws InvalidReportException {
    JsonCursor millis = c.get("millis");
    return new SubjectResult(
        c.get("name").text(),
        c.get("verdict").constant(Verdict.class),
        c.get("reason").textOrNull(),
        c.get("rounds").smallInteger(),
        c.get("loops").smallInteger(),
        change(c.get("heapBytes")),
        change(c.get("threads")),
        millis.isAbsent() ? 0 : millis.integer());
  }

  private static Change change(JsonCursor c) throws InvalidReportException {
    return new Change(c.get("baseline").integer(), c.get("final").integer());
  }

  private static Finding finding(JsonCursor c) throws InvalidReportException {
    JsonCursor perLoop = c.get("retainedBytesPerLoop");
    return new Finding(
        c.get("kind").constant(Kind.class),
        c.get("subject").text(),
        c.get("type").text(),
        c.get("countPerLoop").number(),
        c.get("bytesPerLoop").integer(),
        c.get("retainedBytes").integerOrNull(),
        perLoop.isAbsent() ? null : perLoop.integerOrNull(),
        c.get("holder").textOrNull(),
        c.get("path").list(JsonCursor::text),
        c.get("site").list(JsonCursor::text),
        c.get("state").constant(State.class),
        c.get("owner").constant(Owner.class),
        c.get("fingerprint").text(),
        c.get("status").constant(Status.class),
        c.get("growing").listIfPresent(ReportFields::growing),
        c.get("threads").listIfPresent(ReportFields::thread),
        advice(c.get("advice")),
        c.get("library").isAbsent() ? null : c.get("library").textOrNull(),
        interval(c.get("bytesPerLoopInterval")));
  }

  private static @Nullable Interval interval(JsonCursor c) throws InvalidReportException {
    return c.isAbsent() ? null : new Interval(c.get("low").integer(), c.get("high").integer());
  }

  private static @Nullable Advice advice(JsonCursor c) throws InvalidReportException {
    return c.isAbsent()
        ? null
        : new Advice(
            c.get("cause").text(), c.get("remedy").text(), c.get("reference").textOrNull());
  }

  private static GrowingType growing(JsonCursor c) throws InvalidReportException {
    return new GrowingType(
        c.get("type").text(),
        c.get("count").integer(),
        c.get("bytes").integer(),
        c.get("countPerLoop").number(),
        c.get("bytesPerLoop").number());
  }

  private static ThreadTrace thread(JsonCursor c) throws InvalidReportException {
    return new ThreadTrace(
        c.get("name").text(),
        c.get("type").text(),
        c.get("state").text(),
        c.get("daemon").truth(),
        c.get("stack").list(JsonCursor::text));
  }

  private static Problem problem(JsonCursor c) throws InvalidReportException {
    return new Problem(
        c.get("subject").text(),
        c.get("type").constant(Problem.Type.class),
        c.get("message").text(),
        c.get("detail").list(JsonCursor::text));
  }
}
