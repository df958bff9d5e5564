package io.github.memoryleak.maven.report;

import io.github.memoryleak.finding.Advice;
import io.github.memoryleak.finding.Change;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.FindingBuilder;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.finding.Status;
import io.github.memoryleak.finding.SubjectResult;
import io.github.memoryleak.finding.Verdict;
import java.nio.file.Path;
import java.util.List;

/** A report with a bit of everything. */
final class SampleReport {
  static final Sources SOURCES =
      new Sources(Path.of("/repo"), Path.of("/repo/shop"), List.of(Path.of("/repo/shop/src")));

  private SampleReport() {}

  static LeakReport of(Finding... findings) {
    return new LeakReport(
        Verdict.LEAK,
        new LeakReport.Environment(
            "17.0.15",
            "OpenJDK",
            "G1",
            "2026-11-28T15:00:00Z",
            42_000,
            List.of(
                new LeakReport.ForeignThreads("the Flight Recorder", 1),
                new LeakReport.ForeignThreads("the JVM and the JDK", 6))),
        List.of(
            new SubjectResult(
                "com.acme.CheckoutTest#pay",
                Verdict.LEAK,
                null,
                6,
                63,
                new Change(1_000_000, 1_061_000),
                new Change(14, 14),
                900),
            new SubjectResult(
                "com.acme.SlowTest",
                Verdict.INCONCLUSIVE,
                "it | grows",
                1,
                1,
                new Change(1, 1),
                new Change(1, 1),
                1)),
        List.of(findings),
        List.of(
            new Problem(
                "com.acme.HungTest", Problem.Type.HUNG, "did not end in 10 min", List.of())),
        List.of("Unused suppression: type com.acme.* (jane: old) covers nothing."));
  }

  static Finding leak(Status status) {
    return new FindingBuilder(Kind.HEAP, "com.acme.CheckoutTest#pay", "com.acme.Session")
        .perLoop(1, 24)
        .holding(
            new Finding.Holding(
                "static com.acme.Sessions.ACTIVE",
                List.of(
                    "static com.acme.Sessions.ACTIVE", "java.util.ArrayList", "com.acme.Session"),
                1512L,
                24L))
        .site(List.of("com.acme.Sessions.<init>(Sessions.java:12)"))
        .fingerprint("5f2c")
        .status(status)
        .advice(new Advice("It is never removed.", "Remove it.", "javascript:alert(1)"))
        .build();
  }
}
