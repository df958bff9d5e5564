package io.github.memoryleak.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.junit.Progress;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LivingLineTest {

  private final StringWriter terminal = new StringWriter();
  private long nanos;

  @Test
  void writes_the_line_anew_when_it_changes() {
    LivingLine line = new LivingLine(terminal, 120, () -> nanos);

    line.show(progress("screen", "com.acme.CartTest", 2, 2, 61_000));
    line.show(progress("screen", "com.acme.CartTest", 2, 2, 61_000));
    line.show(progress("confirm", "com.acme.A", 3, 1, 62_000));
    line.clear();

    assertThat(terminal.toString().replace('\r', '|'))
        .isEqualTo(
            "|1 min 01 s, 1 of 3 subjects, about 3 min left: screening CartTest, round 2, 2 loops"
                + "|1 min 02 s, 1 of 3 subjects, about 3 min left: confirming A, round 3, 1 loop"
                + " ".repeat(7)
                + "|"
                + " ".repeat(76)
                + "|");
  }

  @Test
  void goes_on_counting_while_nothing_is_heard() {
    LivingLine line = new LivingLine(terminal, 120, () -> nanos);
    Progress progress = new Progress("discover", "", "", "", 0, 0, 0, 0, 500);

    line.show(progress);
    nanos += TimeUnit.MILLISECONDS.toNanos(400);
    line.show(progress);
    nanos += TimeUnit.MILLISECONDS.toNanos(200);
    line.show(progress);

    assertThat(terminal.toString().replace('\r', '|'))
        .isEqualTo("|0 s: finding tests|1 s: finding tests");
  }

  @Test
  void fits_into_the_terminal() {
    LivingLine line = new LivingLine(terminal, 21, () -> nanos);

    line.show(progress("screen", "com.acme.CartTest", 2, 2, 1000));

    assertThat(terminal.toString()).isEqualTo("\r1 s, 1 of 3 subje...").hasSize(21);
  }

  @Test
  void counts_wide_characters_as_two_columns() {
    assertThat(Columns.cut("購入テスト", 10)).isEqualTo("購入テスト");
    assertThat(Columns.cut("購入テスト", 9)).isEqualTo("購入テ...");
    assertThat(Columns.cut("購入テスト", 8)).isEqualTo("購入...");
    assertThat(Columns.of("e\u0301\ud83d\ude00")).isEqualTo(3);
  }

  @Test
  void needs_no_room_at_all() {
    LivingLine line = new LivingLine(terminal, 1, () -> nanos);

    line.show(progress("screen", "com.acme.CartTest", 2, 2, 1000));
    line.clear();

    assertThat(terminal.toString()).isEmpty();
  }

  @Test
  void clears_nothing_when_nothing_is_shown() {
    new LivingLine(terminal, 80, () -> nanos).clear();

    assertThat(terminal.toString()).isEmpty();
  }

  private static Progress progress(
      String phase, String subject, int round, int loops, long elapsedMillis) {
    return new Progress(phase, subject, "", "", round, loops, 1, 3, elapsedMillis);
  }
}
