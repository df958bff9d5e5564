package io.github.memoryleak.heap.hprof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FastGzipTest {
  private static final int PIECE = 1 << 15;

  @Property(tries = 60)
  void what_is_written_comes_out_again_wherever_it_has_zeros(
      @ForAll @Size(max = 6) List<@IntRange(max = 5 * PIECE) Integer> runs,
      @ForAll boolean zerosFirst,
      @ForAll @IntRange(min = 1, max = 3 * PIECE) int step,
      @ForAll long seed)
      throws IOException {
    byte[] content = content(runs, zerosFirst, new Random(seed));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (FastGzip gzip = new FastGzip(out)) {
      for (int at = 0; at < content.length; at += step) {
        gzip.write(content, at, Math.min(step, content.length - at));
      }
    }
    assertThat(unzipped(out.toByteArray())).isEqualTo(content);
  }

  @Test
  void single_bytes_and_nothing_at_all_come_out_again() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (FastGzip gzip = new FastGzip(out)) {
      gzip.write('a');
      gzip.write(0);
      gzip.write(0xff);
    }
    assertThat(unzipped(out.toByteArray())).containsExactly('a', 0, 0xff);
    out.reset();
    new FastGzip(out).close();
    assertThat(unzipped(out.toByteArray())).isEmpty();
  }

  @Test
  void zeros_take_next_to_nothing(@TempDir Path directory) throws IOException {
    byte[] content = new byte[100 * PIECE + 7];
    content[50 * PIECE] = 1;
    Path from = Files.write(directory.resolve("zeros"), content);
    Path to = directory.resolve("zeros.gz");
    FastGzip.compress(from, to);
    assertThat(unzipped(Files.readAllBytes(to))).isEqualTo(content);
    assertThat(Files.size(to)).isLessThan(20_000);
  }

  private static byte[] content(List<Integer> runs, boolean zerosFirst, Random random) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    boolean zeros = zerosFirst;
    for (int run : runs) {
      byte[] part = new byte[run];
      if (!zeros) {
        random.nextBytes(part);
        // Half of it is text, so that there is something to look back at.
        for (int i = 0; i < run / 2; i++) {
          part[i] = (byte) ('a' + (part[i] & 3));
        }
      }
      content.writeBytes(part);
      zeros = !zeros;
    }
    return content.toByteArray();
  }

  private static byte[] unzipped(byte[] compressed) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      return in.readAllBytes();
    }
  }
}
