package io.github.memoryleak.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgLineTest {

  @Test
  void late_expressions_take_the_value_and_unset_ones_become_empty() {
    Map<String, String> values = Map.of("argLine", "-Dpath=C:\\x$1");
    assertThat(ArgLine.replaceLate("@{argLine} -Xmx1g @{unset}", values::get))
        .isEqualTo("-Dpath=C:\\x$1 -Xmx1g ");
  }

  @Test
  void quotes_keep_blanks_and_backslashes_stay() {
    assertThat(ArgLine.split(" -Da=\"x y\"  '-Db=\"q\"'\n-javaagent:C:\\dir\\a.jar \"\" "))
        .containsExactly("-Da=x y", "-Db=\"q\"", "-javaagent:C:\\dir\\a.jar", "");
  }

  @Test
  void an_open_quote_is_told() {
    assertThatThrownBy(() -> ArgLine.split("-Da=\"x y"))
        .isInstanceOf(UserError.class)
        .hasMessage("A quote is not closed in the argLine: -Da=\"x y");
  }

  @Property
  void quoted_words_come_back(@ForAll @NotEmpty List<String> any) {
    List<String> words = any.stream().map(w -> w.replace("\"", "'")).toList();
    String line = words.stream().map(w -> '"' + w + '"').collect(Collectors.joining(" "));
    assertThat(ArgLine.split(line)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "-javaagent:/repo/org.jacoco.agent-0.8.13-runtime.jar=destfile=/x/jacoco.exec, true",
    "-javaagent:C:\\repo\\jacocoagent.jar, true",
    "-javaagent:/repo/mockito-core-5.20.0.jar, false",
    "-javaagent:/jacoco/mockito-core-5.20.0.jar, false",
    "-Xmx1g, false"
  })
  void only_the_coverage_agent_is_left_out(String word, boolean expected) {
    assertThat(ArgLine.isCoverageAgent(word)).isEqualTo(expected);
  }
}
