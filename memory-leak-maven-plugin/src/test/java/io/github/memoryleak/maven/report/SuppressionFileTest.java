package io.github.memoryleak.maven.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.Suppression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuppressionFileTest {
  @TempDir Path directory;

  private List<Suppression> read(String rule) throws IOException {
    Path file = directory.resolve("suppressions.json");
    Files.writeString(file, "{\"schemaVersion\": 1, \"suppressions\": [" + rule + "]}");
    return new SuppressionFile(file).read();
  }

  private void assertRefused(String rule, String message) {
    assertThatThrownBy(() -> read(rule))
        .hasMessage(
            directory.resolve("suppressions.json") + " is not a file of suppressions: " + message);
  }

  @Test
  void a_rule_has_patterns_reason_owner_and_perhaps_an_end() throws IOException {
    assertThat(
            read(
                """
                {"kind": "THREAD", "type": "*pay-worker*", "reason": "SHOP-12", "owner": "jane",
                 "until": "2027-01-31"},
                {"holder": "static com.acme.*", "subject": "*", "reason": "old", "owner": "joe"}
                """))
        .containsExactly(
            new Suppression(
                Kind.THREAD,
                "*pay-worker*",
                null,
                null,
                "SHOP-12",
                "jane",
                LocalDate.of(2027, 1, 31)),
            new Suppression(null, null, "static com.acme.*", "*", "old", "joe", null));
  }

  @Test
  void what_is_wrong_in_a_rule_is_told_with_its_place() {
    assertRefused(
        "{\"type\": \"a\", \"owner\": \"joe\"}",
        "'suppressions[0].reason' is missing, but should be a text");
    assertRefused(
        "{\"type\": \"a\", \"reason\": \"b\", \"owner\": \"c\", \"until\": \"soon\"}",
        "'suppressions[0].until' should be a date such as 2027-01-31, but is \"soon\"");
    assertRefused(
        "{\"reason\": \"b\", \"owner\": \"c\"}",
        "'suppressions[0]' is a suppression that accepts everything: give it a <kind>, a <type>, a"
            + " <holder> or a <subject>");
  }
}
