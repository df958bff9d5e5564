package io.github.memoryleak.maven.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.memoryleak.junit.DriverSettings.TestPattern;
import io.github.memoryleak.maven.settings.SurefireSettings;
import io.github.memoryleak.maven.settings.UserError;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.maven.surefire.api.testset.TestListResolver;
import org.junit.jupiter.api.Test;

class TestSelectionTest {
  private static final List<String> FILES =
      List.of(
          "acme/CartTest.class",
          "acme/CartTest$Nested.class",
          "acme/shop/CartTests.class",
          "acme/TestUtil.class",
          "acme/Helper.class");

  private static SurefireSettings.Tests tests(List<String> includes, List<String> excludes) {
    return new SurefireSettings.Tests(
        includes, excludes, null, true, List.of(), List.of(), List.of(), List.of(), Map.of(),
        List.of());
  }

  @Test
  void without_configuration_surefires_defaults_hold() {
    assertThat(TestSelection.of(FILES, tests(List.of(), List.of()), null))
        .isEqualTo(
            new TestSelection(
                List.of("acme.CartTest", "acme.TestUtil", "acme.shop.CartTests"), List.of()));
  }

  @Test
  void includes_and_excludes_are_followed() {
    assertThat(
            TestSelection.of(
                FILES, tests(List.of("**/*.java"), List.of("%regex[.*Cart.*]", "*$*")), null))
        .isEqualTo(new TestSelection(List.of("acme.Helper", "acme.TestUtil"), List.of()));
  }

  @Test
  void a_class_is_named_with_all_its_tests() {
    assertThat(TestSelection.of(FILES, tests(List.of(), List.of()), "CartTest"))
        .isEqualTo(new TestSelection(List.of("acme.CartTest"), List.of()));
  }

  @Test
  void a_method_narrows_its_class() {
    assertThat(TestSelection.of(FILES, tests(List.of(), List.of()), "CartTest#add*"))
        .isEqualTo(
            new TestSelection(
                List.of("acme.CartTest"),
                List.of(
                    new TestPattern(true, "(?:\\Qacme.CartTest\\E)", "\\Qa\\E\\Qd\\E\\Qd\\E.*"))));
  }

  @Test
  void what_matches_nothing_selects_nothing() {
    assertThat(TestSelection.of(FILES, tests(List.of(), List.of()), "NoSuchTest").classes())
        .isEmpty();
  }

  @Test
  void an_unreadable_pattern_is_told() {
    assertThatThrownBy(
            () -> TestSelection.of(FILES, tests(List.of(), List.of()), "x%regex[CartTest]"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "The test pattern cannot be read: Illegal test|includes|excludes regex"
                + " 'x%regex[CartTest]'. Expected %regex[class#method] or !%regex[class#method]"
                + " with optional class or #method.");
  }

  @Property
  void methods_are_selected_as_surefire_does(
      @ForAll("requests") List<String> requests, @ForAll("methods") String method) {
    String test = String.join(",", requests);
    TestListResolver surefire = new TestListResolver(test);
    TestSelection selection = TestSelection.of(FILES, tests(List.of(), List.of()), test);
    for (String file : FILES) {
      String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
      if (selection.classes().contains(name)) {
        assertThat(runs(selection.patterns(), name, method))
            .as("%s in %s#%s", test, name, method)
            .isEqualTo(surefire.shouldRun(file, method));
      }
    }
  }

  private static boolean runs(List<TestPattern> patterns, String type, String method) {
    boolean unlimited = patterns.stream().noneMatch(TestPattern::include);
    boolean included = patterns.stream().anyMatch(p -> p.include() && matches(p, type, method));
    boolean excluded = patterns.stream().anyMatch(p -> !p.include() && matches(p, type, method));
    return (unlimited || included) && !excluded;
  }

  private static boolean matches(TestPattern pattern, String type, String method) {
    return type.matches(pattern.classRegex()) && method.matches(pattern.methodRegex());
  }

  @Provide
  Arbitrary<List<String>> requests() {
    return Arbitraries.of(
            "CartTest#add",
            "Cart*#add+remove",
            "acme.CartTest#a?d",
            "!CartTest#remove",
            "!#add",
            "#a*",
            "TestUtil",
            "!TestUtil",
            "%regex[.*Cart.*#(add|remove)Item]",
            "acme/**/Cart*")
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  @Provide
  Arbitrary<String> methods() {
    return Arbitraries.of("add", "and", "remove", "addItem", "removeItem", "total");
  }
}
