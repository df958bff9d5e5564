package io.github.memoryleak.maven.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformConfigurationTest {
  private static final String PARALLEL = "junit.jupiter.execution.parallel.enabled";

  @TempDir Path classes;

  @Test
  void the_projects_parameters_stay_but_for_those_that_spoil_measuring() {
    assertThat(
            PlatformConfiguration.adapted(
                Map.of(
                    "a", "1", PARALLEL, "true", "junit.platform.discovery.listener.default", "x")))
        .containsOnly(
            Map.entry("a", "1"),
            Map.entry(PARALLEL, "false"),
            Map.entry("junit.platform.discovery.listener.default", "x"),
            Map.entry("junit.vintage.discovery.issue.reporting.enabled", "false"),
            Map.entry("junit.platform.execution.memory.cleanup.enabled", "true"));
  }

  @Test
  void parallel_tests_are_noticed_wherever_they_are_configured() throws IOException {
    assertThat(PlatformConfiguration.isParallel(Map.of(), Map.of(), classes)).isFalse();
    assertThat(PlatformConfiguration.isParallel(Map.of(PARALLEL, "true"), Map.of(), classes))
        .isTrue();
    assertThat(PlatformConfiguration.isParallel(Map.of(), Map.of(PARALLEL, "true"), classes))
        .isTrue();
    Files.writeString(classes.resolve("junit-platform.properties"), PARALLEL + " = true\n");
    assertThat(PlatformConfiguration.isParallel(Map.of(), Map.of(), classes)).isTrue();
    assertThat(PlatformConfiguration.isParallel(Map.of(PARALLEL, "false"), Map.of(), classes))
        .isFalse();
  }
}
