package io.github.memoryleak.maven.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.maven.watch.WatchSample.ClassCount;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassHistogramTest {
  @Test
  void classes_have_the_names_of_the_source() {
    assertThat(
            ClassHistogram.parse(
                """
                4711:
                 num     #instances         #bytes  class name (module)
                -------------------------------------------------------
                   1:        130501       69001760  [B (java.base@17.0.15)
                   2:          2265        1253128  [[Ljava.lang.Object; (java.base@17.0.15)
                   3:            12            288  com.acme.Session
                   4:             2             32  com.acme.Cart$$Lambda$14/0x00007f8a2c0011f0
                   5:             1             16  com.acme.Cart$$Lambda/0x00007f8a2c001400
                Total        132781       70255224
                """))
        .isEqualTo(
            Map.of(
                "byte[]", new ClassCount(130501, 69001760),
                "java.lang.Object[][]", new ClassCount(2265, 1253128),
                "com.acme.Session", new ClassCount(12, 288),
                "com.acme.Cart$$Lambda", new ClassCount(3, 48)));
  }

  @Test
  void the_thousand_classes_with_most_bytes_are_kept() {
    String text =
        IntStream.range(0, 3000)
            .mapToObj(i -> i + ": 1 " + (9000 - i) + " com.acme.C" + i)
            .collect(Collectors.joining("\n"));
    assertThat(ClassHistogram.parse(text))
        .hasSize(1000)
        .containsKeys("com.acme.C0", "com.acme.C999");
  }
}
