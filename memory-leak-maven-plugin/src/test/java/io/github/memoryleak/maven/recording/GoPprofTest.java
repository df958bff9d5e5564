package io.github.memoryleak.maven.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.memoryleak.maven.recording.Planted.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Go's own pprof makes of our files; skipped where there is no {@code go} on the path. */
class GoPprofTest {
  private static final Pattern TOTAL = Pattern.compile(" of (\\d+)B? total");

  @TempDir private static Path directory;

  private static String top(Path file, String index) throws IOException, InterruptedException {
    Process go =
        new ProcessBuilder(
                "go", "tool", "pprof", "-top", "-unit=B", "-sample_index=" + index, file.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(go.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(go.waitFor()).as(output).isZero();
    return output;
  }

  private static boolean isInstalled() throws InterruptedException {
    try {
      return new ProcessBuilder("go", "version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void it_tells_the_same_totals_and_methods() throws Exception {
    assumeTrue(isInstalled(), "there is no go on the path");
    Recording recording =
        Planted.record(directory.resolve("mem.jfr"), new Part("heavy", () -> Planted.heavy(40)));
    Path file = RecordingFiles.write(recording).get(2);
    for (SampleIndex index : List.of(SampleIndex.ALLOC_SPACE, SampleIndex.ALLOC_OBJECTS)) {
      String top = top(file, index.text());
      Matcher total = TOTAL.matcher(top);
      assertThat(total.find()).as(top).isTrue();
      assertThat(Long.parseLong(total.group(1)))
          .isEqualTo(TopTable.byMethod(recording.allocations(), index).total());
      assertThat(top).contains("Type: " + index.text()).contains("Planted.heavy");
    }
  }
}
