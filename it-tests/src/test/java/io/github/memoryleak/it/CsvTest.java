package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvTest {
  @Test
  void splits_at_commas_outside_quotes() {
    assertThat(Csv.fields("a,\"b, c\",,\"say \"\"d\"\"\""))
        .containsExactly("a", "b, c", "", "say \"d\"");
  }

  @Test
  void an_empty_line_is_one_empty_field() {
    assertThat(Csv.fields("")).containsExactly("");
  }
}
