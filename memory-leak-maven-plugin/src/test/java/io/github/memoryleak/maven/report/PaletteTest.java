package io.github.memoryleak.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.report.Line;
import io.github.memoryleak.report.Line.Level;
import io.github.memoryleak.report.Line.Span;
import io.github.memoryleak.report.Style;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteTest {

  private static final Line LINE =
      new Line(
          Level.INFO,
          List.of(
              new Span(Style.GOOD, "PASS"),
              new Span(Style.PLAIN, " "),
              new Span(Style.STRONG, "CartTest"),
              new Span(Style.FAINT, " ok "),
              new Span(Style.FAINT, "  "),
              new Span(Style.BAD, "LEAK"),
              new Span(Style.DOUBT, "HUNG")));

  @Test
  void plain_has_no_escape_sequences() {
    assertThat(Palette.PLAIN.render(LINE)).isEqualTo("PASS CartTest ok   LEAKHUNG");
  }

  @Test
  void coloured_closes_every_sequence_that_it_opens() {
    assertThat(Palette.COLOURED.render(LINE).replace('\u001b', '~'))
        .isEqualTo("~[1;32mPASS~[m ~[1mCartTest~[m~[2m ok ~[m  ~[1;31mLEAK~[m~[1;33mHUNG~[m");
  }

  @Test
  void lets_no_text_bring_sequences_of_its_own() {
    Line line = new Line(Level.INFO, List.of(new Span(Style.PLAIN, "a\u001b[31mb")));

    assertThat(Palette.COLOURED.render(line)).isEqualTo("a [31mb");
  }
}
