package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole test suites of well-known libraries, from their tests jars. What is found is for people
 * to look into: the console goes to {@code target/it/real}.
 */
@Tag("real")
class RealSuitesIT {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "real-commons-collections",
        "real-commons-csv",
        "real-commons-text",
        "real-commons-dbcp2",
        "real-commons-codec",
        "real-commons-net",
        "real-commons-jexl",
        "real-commons-io",
        "real-httpcore"
      })
  void a_whole_suite_is_measured(String sample) throws IOException {
    MavenResult build = MavenRun.of(sample).run("process-test-classes", "leak:test");
    Path folder = Files.createDirectories(Settings.work().resolve("real"));
    Files.write(folder.resolve(sample + ".txt"), build.lines());
    assertThat(build.hasReport()).as(build.output()).isTrue();
    assertThat(build.subjects()).isNotEmpty();
  }
}
