package io.github.memoryleak.maven.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OldObjectsTest {
  private static final String PROGRAM =
      """
      import java.util.ArrayList;
      import java.util.List;

      class Keeping {
        static final List<byte[]> KEPT = new ArrayList<>();

        public static void main(String[] args) throws Exception {
          try (jdk.jfr.Recording recording = new jdk.jfr.Recording()) {
            recording.enable("jdk.OldObjectSample").withStackTrace().with("cutoff", "0 ns");
            recording.start();
            for (int i = 0; i < 100_000; i++) {
              KEPT.add(new byte[1000]);
            }
            recording.stop();
            recording.dump(java.nio.file.Path.of(args[0]));
          }
        }
      }
      """;

  @TempDir private static Path directory;

  /** It watches few: of a hundred large arrays, none or two; of many small ones a hundred. */
  @Test
  void objects_that_the_flight_recorder_watched_have_class_stack_and_bytes() throws Exception {
    Path file = directory.resolve("old.jfr");
    Path source = Files.writeString(directory.resolve("Keeping.java"), PROGRAM);
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(java.toString(), source.toString(), file.toString()).inheritIO().start();
    assertThat(process.waitFor()).isZero();
    assertThat(Recording.read(file).samples(SampleIndex.INUSE_SPACE))
        .anySatisfy(
            a -> {
              assertThat(a.type()).isEqualTo("byte[]");
              assertThat(a.bytes()).isGreaterThanOrEqualTo(1000 * a.objects()).isPositive();
              assertThat(a.stack()).extracting(Frame::method).contains("Keeping.main");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "java.lang.String, java.lang.String",
    "[B, byte[]",
    "[[J, long[][]",
    "[Ljava/util/UUID;, java.util.UUID[]"
  })
  void classes_are_named_as_in_source(String binary, String readable) {
    assertThat(OldObjects.className(binary)).isEqualTo(readable);
  }
}
