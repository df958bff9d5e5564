package io.github.memoryleak.maven.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.memoryleak.maven.settings.UserError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LauncherRulesTest {

  private static List<String> missing(Map<String, String> versions) {
    return LauncherRules.missing(versions).stream().map(Coordinates::toString).toList();
  }

  @Test
  void jupiter_5_gets_the_launcher_of_its_platform() {
    assertThat(
            missing(
                Map.of(
                    "org.junit.jupiter:junit-jupiter-api", "5.10.2",
                    "org.junit.jupiter:junit-jupiter-engine", "5.10.2",
                    "org.junit.platform:junit-platform-engine", "1.10.2")))
        .containsExactly("org.junit.platform:junit-platform-launcher:1.10.2");
  }

  @Test
  void jupiter_6_has_one_number_for_all() {
    assertThat(missing(Map.of("org.junit.jupiter:junit-jupiter-api", "6.1.3")))
        .containsExactly(
            "org.junit.platform:junit-platform-launcher:6.1.3",
            "org.junit.jupiter:junit-jupiter-engine:6.1.3");
  }

  @Test
  void a_project_with_its_own_launcher_needs_nothing() {
    assertThat(
            missing(
                Map.of(
                    "org.junit.platform:junit-platform-launcher", "1.12.0",
                    "org.junit.platform:junit-platform-engine", "1.12.0",
                    "org.junit.jupiter:junit-jupiter-engine", "5.12.0")))
        .isEmpty();
  }

  @Test
  void junit_4_gets_the_vintage_engine() {
    assertThat(missing(Map.of("junit:junit", "4.13.2")))
        .containsExactly(
            "org.junit.platform:junit-platform-launcher:1.14.1",
            "org.junit.vintage:junit-vintage-engine:5.14.1");
  }

  @Test
  void junit_4_beside_jupiter_gets_vintage_of_that_version() {
    assertThat(
            missing(
                Map.of(
                    "junit:junit", "4.12",
                    "org.junit.jupiter:junit-jupiter-api", "5.11.3",
                    "org.junit.jupiter:junit-jupiter-engine", "5.11.3",
                    "org.junit.platform:junit-platform-commons", "1.11.3")))
        .containsExactly(
            "org.junit.platform:junit-platform-launcher:1.11.3",
            "org.junit.vintage:junit-vintage-engine:5.11.3");
  }

  @Test
  void testng_gets_its_engine() {
    assertThat(missing(Map.of("org.testng:testng", "7.10.2")))
        .containsExactly(
            "org.junit.platform:junit-platform-launcher:1.14.1",
            "org.junit.support:testng-engine:1.1.0");
  }

  @Test
  void what_is_too_old_is_told_with_what_to_do() {
    assertThatThrownBy(() -> missing(Map.of("junit:junit", "4.11")))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "The tests use JUnit 4.11, but JUnit 4.12 or later is needed: update junit:junit to"
                + " 4.13.2.");
    assertThatThrownBy(() -> missing(Map.of("org.testng:testng", "6.9.10")))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "The tests use TestNG 6.9.10, but 6.14.3 or later is needed: update org.testng:testng.");
    assertThatThrownBy(() -> missing(Map.of("org.junit.jupiter:junit-jupiter-api", "5.7.2")))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "The tests use JUnit Platform 1.7.2, but 1.8 (JUnit 5.8) or later is needed: update"
                + " JUnit.");
  }

  @Test
  void no_framework_is_told() {
    assertThatThrownBy(() -> missing(Map.of("com.acme:shop", "1")))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "No test framework was found on the test class path: JUnit 4.12 or later, JUnit Jupiter"
                + " or TestNG 6.14.3 or later is needed.");
  }
}
