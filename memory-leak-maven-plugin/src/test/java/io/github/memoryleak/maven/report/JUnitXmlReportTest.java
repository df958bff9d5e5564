package io.github.memoryleak.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.finding.Change;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.LeakReport;
import io.github.memoryleak.finding.Owner;
import io.github.memoryleak.finding.Problem;
import io.github.memoryleak.finding.State;
import io.github.memoryleak.finding.Status;
import io.github.memoryleak.finding.SubjectResult;
import io.github.memoryleak.finding.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JUnitXmlReportTest {

  private static final String PAY = "com.acme.CheckoutTest#pay";

  @TempDir Path directory;

  @Test
  void shows_a_pass_as_a_test_case() throws IOException {
    assertThat(
            only(List.of(subject("com.acme.CartTest", Verdict.PASS, null)), List.of(), List.of()))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="com.acme.CartTest" time="4.020" tests="1" errors="0" skipped="0" failures="0">
              <testcase name="[leak]" classname="com.acme.CartTest" time="4.020">
                <system-out>PASS com.acme.CartTest: Heap: 14.86 MB (6.1% growth), Threads: 14-&gt;19</system-out>
              </testcase>
            </testsuite>
            """);
  }

  @Test
  void shows_a_leak_as_a_failure() throws IOException {
    assertThat(
            only(
                List.of(
                    subject(PAY, Verdict.LEAK, null),
                    subject("com.acme.CheckoutTest#refund", Verdict.PASS, null)),
                List.of(finding("com.acme.Session", Status.NEW), finding("byte[]", Status.NEW)),
                List.of()))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="com.acme.CheckoutTest" time="8.040" tests="2" errors="0" skipped="0" failures="1">
              <testcase name="pay [leak]" classname="com.acme.CheckoutTest" time="4.020">
                <failure message="com.acme.Session: +1 instance, +24 B per loop; byte[]: +1 instance, +24 B per loop" type="LEAK.HEAP">
            com.acme.Session: +1 instance, +24 B per loop
               seen in   com.acme.CheckoutTest#pay
               held by   static com.acme.Sessions.ACTIVE
            byte[]: +1 instance, +24 B per loop
               seen in   com.acme.CheckoutTest#pay
               held by   static com.acme.Sessions.ACTIVE
            </failure>
                <system-out>LEAK com.acme.CheckoutTest#pay: Heap: 14.86 MB (6.1% growth), Threads: 14-&gt;19</system-out>
              </testcase>
              <testcase name="refund [leak]" classname="com.acme.CheckoutTest" time="4.020">
                <system-out>PASS com.acme.CheckoutTest#refund: Heap: 14.86 MB (6.1% growth), Threads: 14-&gt;19</system-out>
              </testcase>
            </testsuite>
            """);
  }

  @Test
  void shows_what_could_not_be_measured_as_an_error() throws IOException {
    assertThat(
            only(
                List.of(subject(PAY, Verdict.INCONCLUSIVE, "the test fails")),
                List.of(),
                List.of(problem(PAY))))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="com.acme.CheckoutTest" time="4.020" tests="1" errors="1" skipped="0" failures="0">
              <testcase name="pay [leak]" classname="com.acme.CheckoutTest" time="4.020">
                <error message="The test fails: a &lt; &quot;b&quot;" type="INCONCLUSIVE.TEST_FAILED">
            TEST FAILED com.acme.CheckoutTest#pay: The test fails: a &lt; "b"
               at com.acme.CheckoutTest.pay(CheckoutTest.java:23)
               \u2192 Make the test pass, then measure again.
            </error>
                <system-out>INCONCLUSIVE com.acme.CheckoutTest#pay: the test fails</system-out>
              </testcase>
            </testsuite>
            """);
  }

  @Test
  void never_shows_a_subject_without_an_answer_as_passed() throws IOException {
    assertThat(
            only(List.of(subject(PAY, Verdict.INCONCLUSIVE, "no time left")), List.of(), List.of()))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="com.acme.CheckoutTest" time="4.020" tests="1" errors="1" skipped="0" failures="0">
              <testcase name="pay [leak]" classname="com.acme.CheckoutTest" time="4.020">
                <error message="no time left" type="INCONCLUSIVE">
            </error>
                <system-out>INCONCLUSIVE com.acme.CheckoutTest#pay: no time left</system-out>
              </testcase>
            </testsuite>
            """);
  }

  @Test
  void shows_a_problem_of_no_subject() throws IOException {
    assertThat(only(List.of(), List.of(), List.of(problem(""))))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="leak:test" time="0.000" tests="1" errors="1" skipped="0" failures="0">
              <testcase name="[leak]" classname="leak:test" time="0.000">
                <error message="The test fails: a &lt; &quot;b&quot;" type="INCONCLUSIVE.TEST_FAILED">
            TEST FAILED: The test fails: a &lt; "b"
               at com.acme.CheckoutTest.pay(CheckoutTest.java:23)
               \u2192 Make the test pass, then measure again.
            </error>
              </testcase>
            </testsuite>
            """);
  }

  @ParameterizedTest
  @CsvSource({"BASELINE", "SUPPRESSED"})
  void does_not_fail_for_what_is_accepted(Status status) throws IOException {
    List<SubjectResult> subjects = List.of(subject(PAY, Verdict.PASS, null));

    assertThat(only(subjects, List.of(finding("byte[]", status)), List.of()))
        .isEqualTo(only(subjects, List.of(), List.of()));
  }

  @Test
  void names_its_files_after_the_classes() throws IOException {
    LeakReport report =
        report(
            List.of(
                subject("com.acme.CartTest#add", Verdict.PASS, null),
                subject("com.acme.B$InnerTest", Verdict.PASS, null),
                subject("com.acme.CartTest#remove", Verdict.PASS, null),
                subject("com.acme.Größe test/../x", Verdict.PASS, null),
                subject("com.acme.carttest", Verdict.PASS, null),
                subject("a".repeat(400), Verdict.PASS, null)),
            List.of(),
            List.of());

    assertThat(JUnitXmlReport.write(report, directory))
        .containsExactly(
            directory.resolve("TEST-com.acme.CartTest.leak.xml"),
            directory.resolve("TEST-com.acme.B$InnerTest.leak.xml"),
            directory.resolve("TEST-com.acme.Gr__e_test_.._x.leak.xml"),
            directory.resolve("TEST-com.acme.carttest-2.leak.xml"),
            directory.resolve("TEST-" + "a".repeat(200) + ".leak.xml"))
        .allSatisfy(XmlCheck::isValid);
  }

  @Test
  void removes_its_files_of_before_and_no_others() throws IOException {
    Path surefire = Files.writeString(directory.resolve("TEST-com.acme.CartTest.xml"), "");
    Path json = Files.writeString(directory.resolve("leak-report.json"), "");
    JUnitXmlReport.write(
        report(List.of(subject(PAY, Verdict.LEAK, null)), List.of(), List.of()), directory);

    JUnitXmlReport.write(
        report(List.of(subject("com.acme.CartTest", Verdict.PASS, null)), List.of(), List.of()),
        directory);

    assertThat(Files.list(directory))
        .containsExactlyInAnyOrder(
            surefire, json, directory.resolve("TEST-com.acme.CartTest.leak.xml"));
  }

  @Test
  void writes_nothing_where_nothing_was_judged() throws IOException {
    Path absent = directory.resolve("absent");

    assertThat(JUnitXmlReport.write(report(List.of(), List.of(), List.of()), absent)).isEmpty();
    assertThat(absent).doesNotExist();
  }

  private String only(List<SubjectResult> subjects, List<Finding> findings, List<Problem> problems)
      throws IOException {
    List<Path> files = JUnitXmlReport.write(report(subjects, findings, problems), directory);
    assertThat(files).hasSize(1);
    XmlCheck.isValid(files.get(0));
    return Files.readString(files.get(0));
  }

  private static LeakReport report(
      List<SubjectResult> subjects, List<Finding> findings, List<Problem> problems) {
    return new LeakReport(
        Verdict.LEAK,
        new LeakReport.Environment("17", "vm", "G1", "2026-11-23T05:00:00Z", 1),
        subjects,
        findings,
        problems,
        List.of());
  }

  private static SubjectResult subject(String name, Verdict verdict, String reason) {
    return new SubjectResult(
        name,
        verdict,
        reason,
        6,
        63,
        new Change(14_686_412, 15_581_212),
        new Change(14, 19),
        4_020);
  }

  private static Finding finding(String type, Status status) {
    return new Finding(
        Kind.HEAP,
        PAY,
        type,
        1,
        24,
        null,
        null,
        "static com.acme.Sessions.ACTIVE",
        List.of(),
        List.of(),
        State.HELD,
        Owner.APPLICATION,
        "0a",
        status,
        List.of(),
        List.of());
  }

  private static Problem problem(String subject) {
    return new Problem(
        subject,
        Problem.Type.TEST_FAILED,
        "The test fails: a < \"b\"",
        List.of("at com.acme.CheckoutTest.pay(CheckoutTest.java:23)"));
  }
}
