package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A wrong configuration is an error that names the element. */
class ConfigurationErrorsIT {
  @Test
  void an_unknown_element() {
    MavenResult build = MavenRun.of("configuration-typo-top-level").run("leak:test");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project configuration-typo-top-level: Unknown element <roundz> in the configuration of memory-leak-maven-plugin: did you mean <rounds>? -> [Help 1]""");
    assertThat(build.hasReport()).isFalse();
    assertThat(build.exit()).isEqualTo(1);
  }

  @Test
  void an_unknown_threshold() {
    MavenResult build = MavenRun.of("configuration-typo-in-thresholds").run("leak:test");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project configuration-typo-in-thresholds: Unable to parse configuration of mojo io.github.memoryleak:memory-leak-maven-plugin:<version>:test for parameter heapGrow: Cannot find 'heapGrow' in class io.github.memoryleak.maven.Thresholds -> [Help 1]""");
    assertThat(build.hasReport()).isFalse();
    assertThat(build.exit()).isEqualTo(1);
  }

  @Test
  void a_size_that_is_none() {
    MavenResult build = MavenRun.of("bad-size").run("leak:test");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project bad-size: <thresholds><heapGrowthBytes> must be a size such as 1 MiB, 512 KiB or 4096, but is 'banana'. -> [Help 1]""");
    assertThat(build.hasReport()).isFalse();
    assertThat(build.exit()).isEqualTo(1);
  }
}
