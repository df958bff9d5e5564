package io.github.memoryleak.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuredJvmTest {
  private static final String EXIT =
      "[engine:junit-jupiter]/[class:com.acme.ExitingFixture]/[method:ends_the_program()]";

  @TempDir private Path directory;

  @Test
  void each_test_has_its_own_outcome() throws Exception {
    List<String> classes =
        List.of(
            "CleanFixture",
            "LeakyFixture",
            "FailingFixture",
            "NotRepeatableFixture",
            "ExitingFixture",
            "WithoutTestsFixture");
    try (MeasuredChild child = new MeasuredChild(directory).measure(classes, List.of(EXIT))) {
      assertThat(child.exitCode()).as(child.read("stderr")).isEqualTo(MeasuredJvm.DONE);
      JsonNode report = child.report();
      assertThat(report.get("verdict").asText()).isEqualTo("LEAK");
      assertThat(texts(report.get("subjects"), "name", "verdict", "reason"))
          .containsExactlyInAnyOrder(
              "com.acme.CleanFixture, PASS, null",
              "com.acme.LeakyFixture#keeps_a_session, LEAK, null",
              "com.acme.LeakyFixture#keeps_nothing, PASS, null",
              "com.acme.FailingFixture#fails, INCONCLUSIVE, failed:"
                  + " java.lang.AssertionError: the sum is wrong",
              "com.acme.FailingFixture#passes, PASS, null",
              "com.acme.NotRepeatableFixture#counts_from_zero, INCONCLUSIVE, passed the first time"
                  + " and failed when it was run again in the same JVM:"
                  + " java.lang.IllegalStateException: the counter was at 1",
              "com.acme.NotRepeatableFixture#passes, PASS, null",
              "com.acme.ExitingFixture#passes, PASS, null");
      assertThat(texts(report.get("findings"), "kind", "subject", "type", "countPerLoop", "status"))
          .containsExactly(
              "HEAP, com.acme.LeakyFixture#keeps_a_session, com.acme.LeakyFixture$Session, 1.0, NEW");
      assertThat(texts(report.get("problems"), "subject", "type"))
          .containsExactlyInAnyOrder(
              "com.acme.FailingFixture#fails, TEST_FAILED",
              "com.acme.NotRepeatableFixture#counts_from_zero, NOT_REPEATABLE");
      assertThat(report.get("environment").get("collector").asText()).isEqualTo("Serial");
      assertThat(child.progress().phase()).isEqualTo("done");
      assertThat(child.read("stdout")).isEmpty();
      assertThat(child.file("last-words")).doesNotExist();
    }
  }

  @Test
  void a_test_that_ends_the_jvm_has_its_stack_in_the_last_words() throws Exception {
    try (MeasuredChild child =
        new MeasuredChild(directory).measure(List.of("ExitingFixture"), List.of())) {
      assertThat(child.exitCode()).isEqualTo(3);
      assertThat(child.read("last-words").replaceAll("java:\\d+", "java:N"))
          .isEqualTo("com.acme.ExitingFixture.ends_the_program(ExitingFixture.java:N)\n");
      assertThat(child.progress().test()).isEqualTo("com.acme.ExitingFixture#ends_the_program");
      assertThat(child.progress().testId()).isEqualTo(EXIT);
      assertThat(child.file("result.json")).doesNotExist();
    }
  }

  @Test
  void what_was_judged_before_the_jvm_died_is_in_a_file_of_its_own() throws Exception {
    List<String> classes = List.of("LeakyFixture", "HaltingFixture", "CleanFixture");
    try (MeasuredChild child = new MeasuredChild(directory).measure(classes, List.of())) {
      assertThat(child.exitCode()).as(child.read("stderr")).isEqualTo(7);
      assertThat(child.file("result.json")).doesNotExist();
      JsonNode report = child.judgedSoFar();
      assertThat(report.get("verdict").asText()).isEqualTo("LEAK");
      assertThat(texts(report.get("subjects"), "name", "verdict"))
          .containsExactlyInAnyOrder(
              "com.acme.LeakyFixture#keeps_a_session, LEAK",
              "com.acme.LeakyFixture#keeps_nothing, PASS",
              "suite, INCONCLUSIVE");
      assertThat(texts(report.get("findings"), "subject", "type", "countPerLoop"))
          .containsExactly(
              "com.acme.LeakyFixture#keeps_a_session, com.acme.LeakyFixture$Session, 1.0");
      assertThat(texts(report.get("problems"), "subject", "type", "message"))
          .containsExactly(
              "suite, BROKEN_OFF, the measurement was broken off after 1 of 3 test classes; those"
                  + " that are not listed were not judged");
      assertThat(report.get("environment").get("collector").asText()).isEqualTo("Serial");
    }
  }

  @Test
  void what_cannot_be_measured_is_told_even_when_nothing_is_judged_yet() throws Exception {
    List<String> classes = List.of("HaltingFixture", "FailingFixture");
    try (MeasuredChild child = new MeasuredChild(directory).measure(classes, List.of())) {
      assertThat(child.exitCode()).as(child.read("stderr")).isEqualTo(7);
      JsonNode report = child.judgedSoFar();
      assertThat(report.get("verdict").asText()).isEqualTo("INCONCLUSIVE");
      assertThat(texts(report.get("problems"), "subject", "type", "message"))
          .containsExactly(
              "com.acme.FailingFixture#fails, TEST_FAILED, failed: java.lang.AssertionError: the"
                  + " sum is wrong",
              "suite, BROKEN_OFF, the measurement was broken off after 0 of 2 test classes; those"
                  + " that are not listed were not judged");
    }
  }

  @Test
  void a_test_that_uses_up_the_heap_ends_the_jvm_with_a_code_of_its_own() throws Exception {
    try (MeasuredChild child =
        new MeasuredChild(directory, "-Xmx48m").measure(List.of("OutOfMemoryFixture"), List.of())) {
      assertThat(child.exitCode()).isEqualTo(MeasuredJvm.OUT_OF_MEMORY);
      assertThat(child.progress().test()).isEqualTo("com.acme.OutOfMemoryFixture#fills_the_heap");
      assertThat(child.file("result.json")).doesNotExist();
    }
  }

  @Test
  void a_test_that_hangs_shows_in_the_thread_dump_and_ends_with_the_parent() throws Exception {
    try (MeasuredChild child =
        new MeasuredChild(directory).measure(List.of("HangingFixture"), List.of())) {
      child.awaitTest("com.acme.HangingFixture#waits_for_ever");
      child.send("something else");
      String dump =
          child.awaitDump(
              "\"main\" WAITING\n    waiting for java.util.concurrent.CountDownLatch$Sync@");
      assertThat(dump.replaceAll("java:\\d+", "java:N"))
          .contains("    at com.acme.HangingFixture.waits_for_ever(HangingFixture.java:N)\n");
      child.letGo();
      assertThat(child.exitCode()).isEqualTo(MeasuredJvm.ORPHANED);
      assertThat(child.file("result.json")).doesNotExist();
    }
  }

  @Test
  void a_class_that_is_not_there_is_inconclusive() throws Exception {
    try (MeasuredChild child =
        new MeasuredChild(directory).measure(List.of("NotThereFixture"), List.of())) {
      assertThat(child.exitCode()).as(child.read("stderr")).isEqualTo(MeasuredJvm.DONE);
      JsonNode report = child.report();
      assertThat(report.get("verdict").asText()).isEqualTo("INCONCLUSIVE");
      assertThat(texts(report.get("problems"), "subject", "type"))
          .containsExactly("suite, DISCOVERY_FAILED");
      assertThat(report.get("problems").get(0).get("message").asText())
          .startsWith("the tests could not be found: ");
    }
  }

  @Test
  void a_suite_without_tests_is_inconclusive() throws Exception {
    try (MeasuredChild child =
        new MeasuredChild(directory).measure(List.of("WithoutTestsFixture"), List.of())) {
      assertThat(child.exitCode()).as(child.read("stderr")).isEqualTo(MeasuredJvm.DONE);
      assertThat(child.report().get("verdict").asText()).isEqualTo("INCONCLUSIVE");
      assertThat(child.report().get("subjects")).isEmpty();
    }
  }

  @Test
  void a_wrong_call_is_answered_with_the_right_one() throws Exception {
    try (MeasuredChild child = new MeasuredChild(directory).start()) {
      assertThat(child.exitCode()).isEqualTo(MeasuredJvm.USAGE);
      assertThat(child.read("stderr"))
          .isEqualTo("usage: java io.github.memoryleak.junit.MeasuredJvm settings.properties\n");
    }
  }

  @Test
  void settings_that_are_not_there_are_a_fault() throws Exception {
    try (MeasuredChild child =
        new MeasuredChild(directory).start(directory.resolve("none").toString())) {
      assertThat(child.exitCode()).isEqualTo(MeasuredJvm.FAULT);
      assertThat(child.read("stderr")).startsWith("java.nio.file.NoSuchFileException: ");
    }
  }

  private static List<String> texts(JsonNode array, String... fields) {
    List<String> texts = new ArrayList<>();
    for (JsonNode node : array) {
      List<String> values = new ArrayList<>();
      for (String field : fields) {
        values.add(node.get(field).asText());
      }
      texts.add(String.join(", ", values));
    }
    return texts;
  }
}
