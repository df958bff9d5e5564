package io.github.memoryleak.maven.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.maven.settings.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AnyBenchmarkFileTest {

  @Property(tries = 500)
  void changed_bytes_never_end_otherwise_than_with_results_or_a_sentence(
      @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 1 << 30) Integer> places,
      @ForAll byte value)
      throws IOException {
    byte[] bytes =
        ("[" + BenchmarkFileTest.ENTRY.formatted("gc.alloc.rate.norm") + "]")
            .getBytes(StandardCharsets.UTF_8);
    places.forEach(place -> bytes[place % bytes.length] = value);
    read(bytes);
  }

  @Property(tries = 200)
  void neither_do_random_bytes(@ForAll @Size(max = 200) byte[] bytes) throws IOException {
    read(bytes);
  }

  private static void read(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("bench", ".json");
    try {
      Files.write(file, bytes);
      assertThat(BenchmarkFile.read(file).results()).isNotEmpty();
    } catch (UserError e) {
      assertThat(e.getMessage()).startsWith(file + " ").endsWith(".");
    } finally {
      Files.delete(file);
    }
  }
}
