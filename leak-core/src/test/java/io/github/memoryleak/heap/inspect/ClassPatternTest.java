package io.github.memoryleak.heap.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassPatternTest {
  @ParameterizedTest
  @CsvSource({
    "com.acme.Session, com.acme.Session, true",
    "com.acme.Session, com.acme.Session[], false",
    "com.acme.Session, com.acme.Sessions, false",
    "com.acme.Session, comXacme.Session, false",
    "Session, com.acme.Session, true",
    "Session, com.acme.HttpSession, false",
    "Session*, com.acme.Session$Key, true",
    "*Session, com.acme.HttpSession, true",
    "com.acme.*, com.acme.web.Session, true",
    "com.acme.*, com.other.Session, false",
    "com.*.Session, com.acme.web.Session, true",
    "byte[], byte[], true",
    "' Session ', Session, true"
  })
  void matches_whole_names(String pattern, String name, boolean expected) {
    assertThat(new ClassPattern(pattern).matches(name)).isEqualTo(expected);
  }

  @Test
  void an_empty_pattern_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClassPattern(" "))
        .withMessage(
            "A class pattern is empty: give a class such as com.acme.Session or *.Session*.");
  }
}
