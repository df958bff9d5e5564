package io.github.memoryleak.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.memoryleak.LeakThresholds;
import io.github.memoryleak.explain.HeapDumps;
import io.github.memoryleak.explain.NativeProfiler;
import io.github.memoryleak.junit.DriverSettings.TestPattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriverSettingsTest {

  @Test
  void settings_are_read_as_they_were_written(@TempDir Path directory) throws IOException {
    DriverSettings settings =
        new DriverSettings(
            directory.resolve("größe (1).json"),
            directory.resolve("progress"),
            directory.resolve("last words"),
            directory.resolve("dump"),
            directory.resolve("judged so far.json"),
            List.of("com.acme.B", "com.acme.A"),
            List.of(new TestPattern(false, ".*\\.Slow=Test", "a#b|c:d!")),
            List.of("fast & !slow"),
            List.of("slow", "x=y"),
            List.of("junit-jupiter"),
            List.of("testng"),
            Map.of("junit.jupiter.execution.parallel.enabled", "false", "a b", " c "),
            List.of("[engine:junit-jupiter]/[class:com.acme.A]/[method:a(int, java.lang.String)]"),
            true,
            "class",
            3,
            12,
            new LeakThresholds(0.125, 7, 9, 11, 0.1),
            Duration.ofMillis(1500),
            Duration.ofMinutes(3),
            HeapDumps.TEMPORARY,
            NativeProfiler.at(directory.resolve("lib (1).so")));
    Path file = directory.resolve("settings.properties");
    settings.store(file);
    assertThat(DriverSettings.load(file)).isEqualTo(settings);
  }

  @Property(tries = 200)
  void any_settings_are_read_as_they_were_written(@ForAll("settings") DriverSettings settings)
      throws IOException {
    Path file = Files.createTempFile("settings", ".properties");
    try {
      settings.store(file);
      assertThat(DriverSettings.load(file)).isEqualTo(settings);
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void more_than_ten_values_keep_their_order(@TempDir Path directory) throws IOException {
    List<String> classes = Arbitraries.strings().alpha().ofLength(5).list().ofSize(25).sample();
    DriverSettings settings = settings(classes, List.of(), Map.of(), "test");
    Path file = directory.resolve("settings.properties");
    settings.store(file);
    assertThat(DriverSettings.load(file).classes()).isEqualTo(classes);
  }

  @Test
  void a_setting_that_is_missing_is_named(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("settings.properties");
    settings(List.of("com.acme.A"), List.of(), Map.of(), "test").store(file);
    List<String> rest =
        Files.readAllLines(file).stream().filter(line -> !line.startsWith("scope")).toList();
    Files.write(file, rest);
    assertThatThrownBy(() -> DriverSettings.load(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The settings of the measured JVM lack 'scope'");
  }

  @Provide
  Arbitrary<DriverSettings> settings() {
    Arbitrary<List<String>> lists = texts().list().ofMaxSize(12);
    Arbitrary<TestPattern> patterns =
        Combinators.combine(
                Arbitraries.of(true, false), texts().filter(t -> !t.contains("\t")), texts())
            .as(TestPattern::new);
    return Combinators.combine(
            lists,
            patterns.list().ofMaxSize(5),
            Arbitraries.maps(texts(), texts()).ofMaxSize(5),
            texts())
        .as(DriverSettingsTest::settings);
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.of(
            "a", "B", "0", " ", "\t", "\n", "\r", "=", ":", "#", "!", "\\", ".", "é", "漢", "😀",
            "\u0000", "\u0085", "\u2028")
        .list()
        .ofMaxSize(6)
        .map(parts -> String.join("", parts));
  }

  private static DriverSettings settings(
      List<String> texts,
      List<TestPattern> patterns,
      Map<String, String> configuration,
      String scope) {
    return new DriverSettings(
        Path.of("result.json"),
        Path.of("progress"),
        Path.of("words"),
        Path.of("dump"),
        Path.of("judged.json"),
        texts,
        patterns,
        texts,
        texts,
        texts,
        texts,
        configuration,
        texts,
        texts.isEmpty(),
        scope,
        texts.size(),
        texts.size() + 1,
        LeakThresholds.strict(),
        Duration.ofMillis(texts.size()),
        Duration.ofSeconds(texts.size()),
        HeapDumps.TEMPORARY,
        NativeProfiler.missing(scope));
  }
}
