package io.github.memoryleak.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurefireReaderTest {
  private static final Path REPOSITORY = Path.of("repository").toAbsolutePath();

  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Map<String, String>> maps = new HashMap<>();
  private final Map<String, String> userProperties = new HashMap<>();
  private final Map<String, String> lateValues = new HashMap<>();

  @TempDir Path basedir;

  private SurefireSettings read() {
    ConfigurationSource source =
        new ConfigurationSource() {
          @Override
          public String text(String element, String property) {
            return texts.get(element);
          }

          @Override
          public List<String> list(String element, String property) {
            String text = texts.get(element);
            return text == null ? List.of() : Arrays.asList(text.split(","));
          }

          @Override
          public Map<String, String> map(String element) {
            return maps.getOrDefault(element, Map.of());
          }
        };
    return new SurefireReader(source, basedir, REPOSITORY, userProperties, lateValues::get).read();
  }

  @Test
  void a_project_that_says_nothing_has_the_defaults() {
    SurefireSettings settings = read();
    assertThat(settings.tests().includes()).isEmpty();
    assertThat(settings.tests().test()).isNull();
    assertThat(settings.tests().failIfNoSpecifiedTests()).isTrue();
    assertThat(settings.jvm().arguments()).isEmpty();
    assertThat(settings.jvm().enableAssertions()).isTrue();
    assertThat(settings.jvm().systemProperties())
        .containsOnly(
            Map.entry("basedir", basedir.toString()),
            Map.entry("localRepository", REPOSITORY.toString()));
    assertThat(settings.skipped()).isNull();
    assertThat(settings.testFailureIgnore()).isFalse();
    assertThat(settings.notes()).isEmpty();
  }

  @Test
  void a_named_module_is_tested_as_one_unless_surefire_would_not() {
    assertThat(read().classpath().modulePath()).isTrue();
    texts.put("forkCount", "1C");
    assertThat(read().classpath().modulePath()).isTrue();
    texts.put("forkCount", "0");
    assertThat(read().classpath().modulePath()).isFalse();
    texts.remove("forkCount");
    texts.put("useModulePath", "false");
    assertThat(read().classpath().modulePath()).isFalse();
  }

  @Test
  void the_files_of_patterns_come_before_the_lists() throws IOException {
    Files.write(basedir.resolve("in.txt"), List.of("# comment", "", " **/A.java "));
    texts.put("includesFile", "in.txt");
    texts.put("includes", "**/B.java");
    assertThat(read().tests().includes()).containsExactly("**/A.java", "**/B.java");
  }

  @Test
  void a_missing_file_is_told() {
    texts.put("excludesFile", "none.txt");
    assertThatThrownBy(this::read)
        .isInstanceOf(UserError.class)
        .hasMessage(
            "The file that Surefire's <excludesFile> names cannot be read: "
                + basedir.resolve("none.txt")
                + ".");
  }

  @Test
  void the_arg_line_is_replaced_late_and_freed_of_the_coverage_agent() {
    texts.put("argLine", "@{argLine} -Xmx64m");
    lateValues.put("argLine", "-javaagent:/repo/org.jacoco.agent-runtime.jar=x -Dq=1");
    SurefireSettings settings = read();
    assertThat(settings.jvm().arguments()).containsExactly("-Dq=1", "-Xmx64m");
    assertThat(settings.notes())
        .containsExactly("The JaCoCo agent of the argLine is left out of the measured JVM.");
  }

  @Test
  void a_debugger_is_left_out_and_other_agents_are_told() {
    texts.put(
        "argLine",
        "-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=5005 -Xdebug"
            + " -javaagent:/opt/otel/opentelemetry.jar=x=1 -agentpath:/opt/profiler.so"
            + " -javaagent:/repo/mockito-core-5.20.0.jar");
    SurefireSettings settings = read();
    assertThat(settings.jvm().arguments())
        .containsExactly(
            "-javaagent:/opt/otel/opentelemetry.jar=x=1",
            "-agentpath:/opt/profiler.so",
            "-javaagent:/repo/mockito-core-5.20.0.jar");
    assertThat(settings.notes())
        .containsExactly(
            "The debugger of the argLine is left out of the measured JVM: leak.argLine can start one.",
            "The agent opentelemetry.jar of the argLine runs in the measured JVM as well.",
            "The agent profiler.so of the argLine runs in the measured JVM as well.");
  }

  @Test
  void the_users_properties_win_over_the_poms() throws IOException {
    Files.writeString(basedir.resolve("p.properties"), "a=file\nb=file\nc=file\n");
    texts.put("systemPropertiesFile", "p.properties");
    maps.put("systemProperties", Map.of("a", "old", "z", "old"));
    maps.put("systemPropertyVariables", Map.of("b", "pom", "c", "pom"));
    userProperties.put("c", "user");
    assertThat(read().jvm().systemProperties())
        .containsOnly(
            Map.entry("a", "file"),
            Map.entry("b", "pom"),
            Map.entry("c", "user"),
            Map.entry("z", "old"),
            Map.entry("basedir", basedir.toString()),
            Map.entry("localRepository", REPOSITORY.toString()));
  }

  @Test
  void the_measured_jvm_is_surefires_first() {
    texts.put("argLine", "@{heap} -Dtmp=t${surefire.forkNumber}");
    lateValues.put("heap", "-Xmx1g -Dlog=l${surefire.forkNumber}");
    texts.put("workingDirectory", "work${surefire.threadNumber}");
    maps.put("systemPropertyVariables", Map.of("port", "900${surefire.forkNumber}"));
    maps.put("environmentVariables", Map.of("DB", "db_${surefire.forkNumber}"));
    userProperties.put("user", "${surefire.forkNumber}");
    SurefireSettings.Jvm jvm = read().jvm();
    assertThat(jvm.arguments()).containsExactly("-Xmx1g", "-Dlog=l1", "-Dtmp=t1");
    assertThat(jvm.workingDirectory()).isEqualTo(basedir.resolve("work1"));
    assertThat(jvm.systemProperties()).containsEntry("port", "9001").containsEntry("user", "1");
    assertThat(jvm.environment()).containsExactly(Map.entry("DB", "db_1"));
  }

  @Test
  void user_properties_stay_away_when_surefire_keeps_them_away() {
    texts.put("promoteUserPropertiesToSystemProperties", "false");
    userProperties.put("c", "user");
    assertThat(read().jvm().systemProperties()).doesNotContainKey("c");
  }

  @Test
  void configuration_parameters_are_read_as_properties() {
    texts.put("properties/configurationParameters", "\n  a = 1\n  b.c = two words\n");
    assertThat(read().tests().configuration())
        .containsOnly(Map.entry("a", "1"), Map.entry("b.c", "two words"));
  }

  @Test
  void what_is_not_followed_is_told() {
    texts.put("suiteXmlFiles", "testng.xml");
    assertThat(read().notes())
        .containsExactly(
            "Surefire's <suiteXmlFiles> is not followed: the test classes are found by their"
                + " names.");
  }

  @Test
  void the_element_that_skips_the_tests_is_named() {
    texts.put("skipTests", "true");
    assertThat(read().skipped()).isEqualTo("skipTests");
  }
}
