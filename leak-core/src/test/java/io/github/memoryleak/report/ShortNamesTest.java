package io.github.memoryleak.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShortNamesTest {

  @Test
  void leaves_out_the_package() {
    assertThat(shortened("com.acme.CartTest", "com.acme.CartTest#add", "com.acme.A$InnerTest#x"))
        .containsExactly("CartTest", "CartTest#add", "A$InnerTest#x");
  }

  @Test
  void keeps_the_package_where_two_classes_share_a_name() {
    assertThat(shortened("com.acme.CartTest#add", "com.acme.b.CartTest#add", "com.acme.B#b"))
        .containsExactly("com.acme.CartTest#add", "com.acme.b.CartTest#add", "B#b");
  }

  @Test
  void keeps_the_dots_of_parameters() {
    assertThat(shortened("com.acme.CartTest#add(java.lang.String)"))
        .containsExactly("CartTest#add(java.lang.String)");
  }

  @Test
  void keeps_what_is_not_a_class() {
    assertThat(shortened("load v1.2 of it", "suite", ""))
        .containsExactly("load v1.2 of it", "suite", "");
  }

  private static List<String> shortened(String... names) {
    ShortNames shortNames = ShortNames.of(List.of(names));
    return List.of(names).stream().map(shortNames::of).toList();
  }
}
