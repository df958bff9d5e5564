package io.github.memoryleak.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourRulesTest {

  @ParameterizedTest(
      name = "style.color={0} NO_COLOR={1} interactive={2} log={3} terminal={4}: {5}")
  @CsvSource(
      nullValues = "-",
      value = {
        "-,      -,  true,  false, true,  COLOURED",
        "-,      -,  true,  false, false, PLAIN",
        "-,      -,  true,  true,  true,  PLAIN",
        "-,      -,  false, false, true,  PLAIN",
        "-,      1,  true,  false, true,  PLAIN",
        "-,      '', true,  false, true,  COLOURED",
        "auto,   -,  true,  false, true,  COLOURED",
        "auto,   1,  true,  false, true,  PLAIN",
        "never,  -,  true,  false, true,  PLAIN",
        "NEVER,  -,  true,  false, true,  PLAIN",
        "always, 1,  false, true,  false, COLOURED",
        "Always, -,  false, false, false, COLOURED",
        "other,  -,  true,  false, true,  COLOURED",
      })
  void the_first_rule_that_has_something_to_say_wins(
      String styleColor,
      String noColor,
      boolean interactive,
      boolean logFile,
      boolean terminal,
      Palette palette) {
    assertThat(new ColourRules(styleColor, noColor, interactive, logFile, terminal).palette())
        .isEqualTo(palette);
  }
}
