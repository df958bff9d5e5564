package io.github.memoryleak.maven.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.memoryleak.finding.Baseline;
import io.github.memoryleak.finding.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineFileTest {
  private static final Baseline TWO =
      new Baseline(
          List.of(
              new Baseline.Entry(
                  "9c", Kind.THREAD, "com.acme.PayTest#pays", "worker-%d", null, 1, 0, null),
              new Baseline.Entry(
                  "5f",
                  Kind.HEAP,
                  "com.acme.CartTest#adds",
                  "com.acme.Session",
                  "static com.acme.Sessions.ACTIVE",
                  0.5,
                  24,
                  "SHOP-12: \"old\"")));

  @TempDir Path directory;

  private Path file() {
    return directory.resolve("src/leak/baseline.json");
  }

  @Test
  void what_is_written_is_read_again() throws IOException {
    new BaselineFile(file()).write(TWO);
    assertThat(new BaselineFile(file()).read()).isEqualTo(TWO);
  }

  @Test
  void each_leak_is_an_object_in_a_fixed_order() throws IOException {
    new BaselineFile(file()).write(TWO);
    assertThat(file())
        .hasContent(
            """
            {
              "schemaVersion": 1,
              "accepted": [
                {
                  "fingerprint": "5f",
                  "kind": "HEAP",
                  "subject": "com.acme.CartTest#adds",
                  "type": "com.acme.Session",
                  "holder": "static com.acme.Sessions.ACTIVE",
                  "countPerLoop": 0.5,
                  "bytesPerLoop": 24,
                  "reason": "SHOP-12: \\"old\\""
                },
                {
                  "fingerprint": "9c",
                  "kind": "THREAD",
                  "subject": "com.acme.PayTest#pays",
                  "type": "worker-%d",
                  "holder": null,
                  "countPerLoop": 1.0,
                  "bytesPerLoop": 0,
                  "reason": null
                }
              ]
            }
            """);
  }

  @Test
  void no_file_accepts_nothing() throws IOException {
    assertThat(new BaselineFile(file()).read()).isEqualTo(Baseline.EMPTY);
  }

  @Test
  void a_broken_file_is_told_with_the_place() throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "{\"schemaVersion\": 1, \"accepted\": [{\"fingerprint\": 7}]}");
    assertThatThrownBy(() -> new BaselineFile(file()).read())
        .hasMessage(
            file() + " is not a baseline: 'accepted[0].fingerprint' should be a text, but is 7");
  }
}
