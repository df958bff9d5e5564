package io.github.memoryleak.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramParserTest {
  private static final String UNKNOWN = "The JVM printed a class histogram with an unknown line: ";

  private static final String JDK_17 =
      """
       num     #instances         #bytes  class name (module)
      -------------------------------------------------------
         1:          9871         923456  [B (java.base@17.0.15)
         2:          8612         206688  java.lang.String (java.base@17.0.15)
         3:           120          11520  com.acme.Session
         4:            40            960  com.acme.Cart (com.acme.shop@1.2)
         5:             7            112  com.acme.Cart$$Lambda$14/0x0000000800c03000
         6:             3             48  java.lang.invoke.LambdaForm$MH/0x0000000800c8c400 (java.base@17.0.15)
         7:             1             16  [[Lcom.acme.Session;
      Total         18654        1142800
      """;

  private static final String JDK_25 =
      """
       num     #instances         #bytes  class name (module)
      -------------------------------------------------------
         1:         12345        1023456  [I (java.base@25.0.1)
         2:             7            112  com.acme.Cart$$Lambda/0x00007f1e38001228
         3:             2             32  java.lang.invoke.LambdaForm$DMH/0x00007f1e38005000 (java.base@25.0.1)
         4:             1             24  jdk.proxy2.$Proxy12 (jdk.proxy2)
      Total         12355        1023624
      """;

  @Test
  void the_text_of_jdk_17_is_read() {
    assertThat(parse(JDK_17))
        .containsExactly(
            "[B 9871 923456",
            "java.lang.String 8612 206688",
            "com.acme.Session 120 11520",
            "com.acme.Cart 40 960",
            "com.acme.Cart$$Lambda 7 112",
            "java.lang.invoke.LambdaForm$MH 3 48",
            "[[Lcom.acme.Session; 1 16");
  }

  @Test
  void the_text_of_jdk_25_is_read() {
    assertThat(parse(JDK_25))
        .containsExactly(
            "[I 12345 1023456",
            "com.acme.Cart$$Lambda 7 112",
            "java.lang.invoke.LambdaForm$DMH 2 32",
            "jdk.proxy2.$Proxy 1 24");
  }

  @Test
  void the_last_line_end_may_lack() {
    assertThat(parse("   1:  2  32  com.acme.A\n   2:  1  16  com.acme.B (java.base@17)"))
        .containsExactly("com.acme.A 2 32", "com.acme.B 1 16");
  }

  @ParameterizedTest
  @CsvSource({
    "a class with blanks in its name, a class with blanks in its name",
    "a (b) c, a (b) c",
    "a class with blanks (java.base@17), a class with blanks",
    "größe.Maß, größe.Maß",
    "(module), (module)",
    "x, x",
  })
  void a_name_ends_before_the_module(String printed, String name) {
    assertThat(parse("   1:  2  32  " + printed + "\n")).containsExactly(name + " 2 32");
  }

  @Test
  void a_long_name_is_read_whole() {
    String name = "com.acme." + "VeryLong".repeat(500);
    assertThat(parse("1: 1 16 " + name + " (java.base@17)\n")).containsExactly(name + " 1 16");
  }

  @Test
  void a_name_after_a_longer_one_is_not_mixed_with_it() {
    assertThat(parse("1: 1 16 com.acme.Longer\n2: 1 16 b.B\n"))
        .containsExactly("com.acme.Longer 1 16", "b.B 1 16");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "no histogram\n", "Total 1 16\n", "12 without a colon\n"})
  void a_text_without_classes_has_none(String text) {
    assertThat(parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1:", "1: x", "  1:  2", "1: 2 32", "1: 2 32 ", "1: -2 32 a.B"})
  void a_broken_line_is_named(String line) {
    assertThatThrownBy(() -> parse("1: 1 16 a.A\n" + line + "\n"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(UNKNOWN + line);
  }

  @Property
  void any_text_is_read_or_refused_with_the_line(@ForAll("texts") String text) {
    List<String> types = new ArrayList<>();
    try {
      int count = new HistogramParser().parse(text, collect(types));
      assertThat(types).hasSize(count);
      assertThat(count).isLessThanOrEqualTo((int) text.lines().count());
    } catch (IllegalStateException e) {
      assertThat(e.getMessage()).startsWith(UNKNOWN);
      assertThat(text).contains(e.getMessage().substring(UNKNOWN.length()));
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "1",
            "42",
            ":",
            " ",
            "   ",
            "\n",
            "\r\n",
            "(",
            ")",
            "[B",
            "com.acme.Cart",
            "/0x",
            "-",
            "Total",
            "$$Lambda$",
            " (java.base@17)",
            "漢",
            "1: 2 32 a.B\n",
            "9999999999999999999")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  private static List<String> parse(String text) {
    List<String> types = new ArrayList<>();
    assertThat(new HistogramParser().parse(text, collect(types))).isEqualTo(types.size());
    return types;
  }

  private static HistogramParser.Sink collect(List<String> types) {
    return (name, length, instances, bytes) ->
        types.add(new String(name, 0, length) + " " + instances + " " + bytes);
  }
}
