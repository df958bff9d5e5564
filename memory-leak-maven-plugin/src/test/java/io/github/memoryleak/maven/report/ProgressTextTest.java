package io.github.memoryleak.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.junit.Progress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "discover||'0 s: finding tests'",
        "first run|com.acme.A#a|'0 s: running every test once, in A#a'",
        "screen|com.acme.A#a(java.lang.String)|'0 s: screening, in A#a(java.lang.String)'",
        "attribute||'0 s: narrowing down'",
        "confirm||'0 s: confirming'",
        "done||'0 s: done'",
      })
  void names_the_phase_and_the_test(String phase, String test, String text) {
    Progress progress = new Progress(phase, "", test == null ? "" : test, "", 0, 0, 0, 0, 0);

    assertThat(ProgressText.of(progress, 0)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0,10,60000,'1 min 00 s, 0 of 10 subjects: screening'",
    "5,10,59999,'59 s, 5 of 10 subjects, less than a minute left: screening'",
    "5,10,60000,'1 min 00 s, 5 of 10 subjects, about 1 min left: screening'",
    "1,10,60000,'1 min 00 s, 1 of 10 subjects, about 9 min left: screening'",
    "1,1,60000,'1 min 00 s, 1 of 1 subject: screening'",
    "3,2,60000,'1 min 00 s, 3 of 2 subjects: screening'"
  })
  void estimates_what_remains(int done, int total, long elapsedMillis, String text) {
    Progress progress = new Progress("screen", "", "", "", 0, 0, done, total, 0);

    assertThat(ProgressText.of(progress, elapsedMillis)).isEqualTo(text);
  }
}
