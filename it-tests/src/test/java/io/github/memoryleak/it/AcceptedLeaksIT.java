package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A team with old leaks switches the gate on, and fails on new ones only. */
class AcceptedLeaksIT {
  private static final String PARCELS =
      """
      package com.acme;

      import java.util.HashSet;
      import java.util.Set;

      final class Parcels {
        private static final Set<Parcel> SENT = new HashSet<>();

        private Parcels() {}

        static boolean send() {
          return SENT.add(new Parcel());
        }

        static final class Parcel {}
      }
      """;

  private static final String PARCELS_TEST =
      """
      package com.acme;

      import static org.junit.jupiter.api.Assertions.assertTrue;

      import org.junit.jupiter.api.Test;

      class ParcelsTest {
        @Test
        void sends_a_parcel() {
          assertTrue(Parcels.send());
        }
      }
      """;

  private static Path source(MavenRun project, String name) {
    return project.directory().resolve("src").resolve(name);
  }

  @Test
  void a_baseline_lets_old_leaks_pass_and_shrinks_when_they_are_mended() throws IOException {
    MavenRun project = MavenRun.of("old-leaks");
    Path baseline = project.directory().resolve("src/leak/baseline.json");

    MavenResult made = project.run("leak:test", "-Dleak.updateBaseline");
    assertThat(made.exit()).as(made.output()).isZero();
    assertThat(made.console())
        .isEqualTo(
            """
            [INFO] The baseline src/leak/baseline.json accepts 2 leaks.
            [INFO] PASS AuditTest#notes_what_happens: Heap: <heap>, Threads: same, 1 accepted leak
            [INFO] PASS SessionsTest#opens_a_session: Heap: <heap>, Threads: same, 1 accepted leak
            [INFO]
            [INFO] No leaks in 2 subjects, 2 accepted by the baseline (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(Files.readString(baseline))
        .contains("com.acme.Audit$Entry", "com.acme.Sessions$Session");

    MavenResult green = project.run("leak:test");
    assertThat(green.exit()).as(green.output()).isZero();
    assertThat(green.verdict()).isEqualTo("PASS");

    Files.writeString(source(project, "main/java/com/acme/Parcels.java"), PARCELS);
    Path test = source(project, "test/java/com/acme/ParcelsTest.java");
    Files.writeString(test, PARCELS_TEST);
    MavenResult red = project.run("leak:test");
    assertThat(red.exit()).isEqualTo(1);
    assertThat(red.console())
        .isEqualTo(
            """
            [INFO] PASS AuditTest#notes_what_happens: Heap: <heap>, Threads: same, 1 accepted leak
            [ERROR] LEAK ParcelsTest#sends_a_parcel: Heap: <heap>, Threads: same
            [INFO] PASS SessionsTest#opens_a_session: Heap: <heap>, Threads: same, 1 accepted leak
            [ERROR]
            [ERROR] 1. com.acme.Parcels$Parcel: +1 instance, <bytes> per loop
            [ERROR]    seen in   com.acme.ParcelsTest#sends_a_parcel
            [ERROR]    held by   static com.acme.Parcels.SENT
            [ERROR]              → java.util.HashSet
            [ERROR]              → java.util.HashMap
            [ERROR]              → com.acme.Parcels$Parcel
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.Parcels.send(Parcels.java:12)
            [ERROR]              at com.acme.ParcelsTest.sends_a_parcel(ParcelsTest.java:10)
            [INFO]
            [INFO] 1 leak in 1 of 3 subjects, 2 accepted by the baseline (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");

    Files.delete(test);
    Path audit = source(project, "main/java/com/acme/Audit.java");
    Files.writeString(audit, Files.readString(audit).replace("ENTRIES.add(", "ENTRIES.contains("));
    MavenResult mended = project.run("leak:test");
    assertThat(mended.exit()).as(mended.output()).isZero();
    assertThat(mended.console())
        .isEqualTo(
            """
            [INFO] PASS AuditTest: Heap: <heap>, Threads: same
            [INFO] PASS SessionsTest#opens_a_session: Heap: <heap>, Threads: same, 1 accepted leak
            [WARNING]
            [WARNING] Note: In the baseline and not seen any more: HEAP com.acme.Audit$Entry in com.acme.AuditTest#notes_what_happens; leak.updateBaseline takes it out.
            [INFO]
            [INFO] No leaks in 2 subjects, 1 accepted by the baseline (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");

    MavenResult updated = project.run("leak:test", "-Dleak.updateBaseline");
    assertThat(updated.exit()).as(updated.output()).isZero();
    assertThat(Files.readString(baseline))
        .contains("com.acme.Sessions$Session")
        .doesNotContain("Audit");
  }

  @Test
  void what_the_team_knows_is_told_and_leaks_of_owners_that_do_not_count_pass() throws IOException {
    MavenRun project = MavenRun.of("lone-thread-leak");
    Files.writeString(
        project.directory().resolve("known.txt"),
        """
        type: *price-feed-*
        cause: A feed goes on until it is stopped.
        remedy: Call PriceFeed.stop().
        see: https://acme.example/feeds
        """);
    MavenResult told = project.run("leak:test", "-Dleak.knownLeaks=known.txt");
    assertThat(told.exit()).isEqualTo(1);
    assertThat(told.lines())
        .containsSequence(
            "[ERROR]    cause     A feed goes on until it is stopped.",
            "[ERROR]    remedy    Call PriceFeed.stop().",
            "[ERROR]    see       https://acme.example/feeds");

    MavenResult passed = project.run("leak:test", "-Dleak.failOnOwners=library");
    assertThat(passed.exit()).as(passed.output()).isZero();
    assertThat(passed.lines())
        .contains(
            "[WARNING] Note: Not counted, as its owner is APPLICATION: THREAD java.lang.Thread"
                + " price-feed-%d in com.acme.PriceFeedTest#keeps_the_last_price.");
  }

  @Test
  void a_suppression_needs_a_reason_and_is_told() throws IOException {
    MavenRun project = MavenRun.of("old-leaks");
    suppress(
        project,
        "<suppression><type>com.acme.*</type><reason>SHOP-12</reason><owner>jane</owner></suppression>");
    MavenResult build = project.run("leak:test");
    assertThat(build.exit()).as(build.output()).isZero();
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS AuditTest#notes_what_happens: Heap: <heap>, Threads: same, 1 accepted leak
            [INFO] PASS SessionsTest#opens_a_session: Heap: <heap>, Threads: same, 1 accepted leak
            [WARNING]
            [WARNING] Note: Suppressed: type com.acme.* (jane: SHOP-12) covers 2 leaks.
            [INFO]
            [INFO] No leaks in 2 subjects, 2 suppressed (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
  }

  @Test
  void a_suppression_without_a_reason_is_an_error() throws IOException {
    MavenRun project = MavenRun.of("old-leaks");
    suppress(project, "<suppression><type>com.acme.*</type><owner>jane</owner></suppression>");
    MavenResult build = project.run("leak:test");
    assertThat(build.failure())
        .isEqualTo(
            "[ERROR] Failed to execute goal"
                + " io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on"
                + " project old-leaks: <suppressions><suppression>[1] has no <reason>: say why the"
                + " leak is accepted. -> [Help 1]");
  }

  private static void suppress(MavenRun project, String rule) throws IOException {
    Path pom = project.directory().resolve("pom.xml");
    Files.writeString(
        pom,
        Files.readString(pom)
            .replace(
                "<executions>",
                "<configuration><suppressions>"
                    + rule
                    + "</suppressions></configuration><executions>"));
  }
}
