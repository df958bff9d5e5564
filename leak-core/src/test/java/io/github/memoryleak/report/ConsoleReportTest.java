package io.github.memoryleak.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.finding.Change;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.Owner;
import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.finding.State;
import io.github.memoryleak.finding.Status;
import io.github.memoryleak.finding.SubjectResult;
import io.github.memoryleak.finding.Verdict;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {

  private static final String NEXT = "mvn leak:test -Dleak.test=CheckoutTest#pay";

  @Test
  void of_a_clean_suite_is_short() {
    LeakReport report = Samples.report(Verdict.PASS, List.of(Samples.CART), List.of(), List.of());

    check("console-clean.txt", report, StandardCharsets.UTF_8);
  }

  @Test
  void shows_leaks_in_full() {
    check("console-leaks.txt", leaks(), StandardCharsets.UTF_8);
  }

  @Test
  void falls_back_to_ascii() {
    check("console-leaks-ascii.txt", leaks(), StandardCharsets.US_ASCII);
  }

  @Test
  void shows_every_kind_of_problem() {
    List<Problem> problems =
        Arrays.stream(Problem.Type.values())
            .map(type -> Samples.problem(type, Samples.message(type), Samples.detail(type)))
            .toList();
    LeakReport report =
        Samples.report(
            Verdict.INCONCLUSIVE,
            List.of(Samples.inconclusive("com.acme.OrderTest#ship", "the test fails")),
            List.of(),
            problems);

    check("console-problems.txt", report, StandardCharsets.UTF_8);
  }

  @Test
  void shows_five_findings_and_counts_the_rest() {
    List<Finding> findings =
        IntStream.rangeClosed(1, 7)
            .mapToObj(i -> Samples.heap("com.acme.T" + i, i, 16L * i, Status.NEW))
            .toList();
    LeakReport report =
        Samples.report(Verdict.LEAK, List.of(Samples.CHECKOUT), findings, List.of());

    check("console-seven-findings.txt", report, StandardCharsets.UTF_8);
  }

  @Test
  void shows_a_leak_once_that_several_tests_show() {
    Finding leak = Samples.heap("com.acme.Session", 1, 24, Status.NEW);
    List<Finding> findings =
        IntStream.rangeClosed(1, 5)
            .mapToObj(i -> leak.toBuilder().subject("com.acme.CheckoutTest#pay" + i).build())
            .toList();
    LeakReport report =
        Samples.report(Verdict.LEAK, List.of(Samples.CHECKOUT), findings, List.of());

    check("console-shared-leak.txt", report, StandardCharsets.UTF_8);
  }

  @Test
  void only_counts_what_is_accepted() {
    LeakReport report =
        Samples.report(
            Verdict.PASS,
            List.of(Samples.CART),
            List.of(
                Samples.heap("com.acme.A", 1, 16, Status.BASELINE),
                Samples.heap("com.acme.B", 1, 16, Status.SUPPRESSED)),
            List.of());

    check("console-accepted.txt", report, StandardCharsets.UTF_8);
  }

  @Test
  void shows_each_kind_of_finding_in_its_own_words() {
    List<Finding> findings =
        List.of(
            Samples.finding(Kind.CLASS_LOADER, "java.net.URLClassLoader", 1, 0, Owner.LIBRARY),
            Samples.finding(Kind.METASPACE, "classes", 2, 8192, Owner.LIBRARY),
            Samples.finding(
                Kind.DIRECT_BUFFER,
                "java.nio.DirectByteBuffer",
                0.5,
                524_288,
                Owner.TEST_INFRASTRUCTURE),
            Samples.finding(Kind.FILE_DESCRIPTOR, "/tmp/*.csv", 1, 0, Owner.APPLICATION),
            Samples.finding(Kind.NATIVE, "malloc", 0, 1, Owner.APPLICATION));
    LeakReport report =
        Samples.report(Verdict.LEAK, List.of(Samples.CHECKOUT), findings, List.of());

    check("console-kinds.txt", report, StandardCharsets.UTF_8);
  }

  @Test
  void shortens_what_is_long() {
    List<GrowingType> types =
        IntStream.rangeClosed(0, 7)
            .mapToObj(i -> new GrowingType("com.acme.T" + i, 8, 128, 1, 16))
            .toList();
    List<String> path = IntStream.rangeClosed(1, 15).mapToObj(i -> "com.acme.Step" + i).toList();
    Finding finding =
        new Finding(
            Kind.HEAP,
            "com.acme.CheckoutTest#pay",
            "com.acme.T0",
            1,
            128,
            null,
            null,
            "static com.acme.Holder.ALL",
            path,
            List.of(),
            State.HELD,
            Owner.APPLICATION,
            "0a",
            Status.NEW,
            types,
            List.of());
    Problem problem =
        new Problem(
            "",
            Problem.Type.CRASHED,
            "The measured JVM died.\nIts exit code was 134.",
            IntStream.rangeClosed(1, 30).mapToObj(i -> "line " + i).toList());
    LeakReport report =
        Samples.report(Verdict.LEAK, List.of(Samples.CHECKOUT), List.of(finding), List.of(problem));

    check("console-long.txt", report, StandardCharsets.UTF_8);
  }

  @Test
  void gives_whole_names_to_classes_that_share_a_simple_name() {
    SubjectResult other =
        new SubjectResult(
            "org.example.CartTest",
            Verdict.PASS,
            null,
            3,
            3,
            new Change(1_048_576, 1_048_000),
            new Change(3, 2),
            10);
    LeakReport report =
        Samples.report(Verdict.PASS, List.of(Samples.CART, other), List.of(), List.of());

    assertThat(new ConsoleReport(report, List.of(), null, StandardCharsets.UTF_8).lines())
        .extracting(Line::text)
        .containsExactly(
            "PASS com.acme.CartTest: Heap: 12.31 MB (0.0% growth), Threads: 14->14",
            "PASS org.example.CartTest: Heap: 1.00 MB (-0.1% growth), Threads: 3->2",
            "",
            "No leaks in 2 subjects (42 s, Java 17.0.15, G1)");
  }

  @Test
  void headline_tells_the_outcome() {
    assertThat(ConsoleReport.headline(leaks())).isEqualTo("2 leaks in 1 of 2 subjects");
  }

  @Test
  void headline_does_not_call_an_empty_measurement_a_pass() {
    LeakReport report = Samples.report(Verdict.INCONCLUSIVE, List.of(), List.of(), List.of());

    assertThat(ConsoleReport.headline(report)).isEqualTo("0 of 0 subjects passed");
  }

  private static LeakReport leaks() {
    return Samples.report(
        Verdict.LEAK,
        List.of(Samples.CART, Samples.CHECKOUT),
        List.of(Samples.SESSIONS, Samples.WORKERS),
        List.of(),
        "Grüße: the garbage collector is Serial, which is less exact than G1.");
  }

  private static void check(String name, LeakReport report, Charset charset) {
    List<String> files =
        List.of("target/leak-reports/leak-report.json", "target/leak-reports/TEST-*.xml");
    List<Line> lines = new ConsoleReport(report, files, NEXT, charset).lines();
    Approved.check(
        name,
        lines.stream()
            .map(ConsoleReportTest::withLevel)
            .collect(Collectors.joining("\n", "", "\n")));
  }

  /** As Maven prints it. */
  private static String withLevel(Line line) {
    return ("[" + line.level() + "] " + line.text()).stripTrailing();
  }
}
