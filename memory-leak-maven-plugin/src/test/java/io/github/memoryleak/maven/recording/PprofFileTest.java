package io.github.memoryleak.maven.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PprofFileTest {

  @Provide
  Arbitrary<List<Allocation>> allocations() {
    Arbitrary<String> names =
        Arbitraries.strings().withCharRange('\u0001', '\u05ff').ofMaxLength(9);
    Arbitrary<Frame> frames =
        Combinators.combine(names, names, Arbitraries.integers().between(-2, 70_000))
            .as(Frame::new);
    Arbitrary<Long> amounts = Arbitraries.longs().between(0, 1L << 50);
    return Combinators.combine(frames.list().ofMaxSize(6), names, names, amounts, amounts)
        .as(Allocation::new)
        .list()
        .ofMaxSize(30);
  }

  @Property(tries = 200)
  void what_is_written_is_read_again(
      @ForAll("allocations") List<Allocation> allocated,
      @ForAll("allocations") List<Allocation> live)
      throws IOException {
    Path file = Files.createTempFile("profile", ".pb.gz");
    try {
      Collections none = new Collections(List.of(), List.of(), List.of());
      PprofFile.write(new Recording(file, 1, 0, allocated, live, none), file);
      PprofReader read = PprofReader.read(file);
      assertThat(read.total(0)).isEqualTo(sum(allocated, SampleIndex.ALLOC_OBJECTS));
      assertThat(read.total(1)).isEqualTo(sum(allocated, SampleIndex.ALLOC_SPACE));
      if (!live.isEmpty()) {
        assertThat(read.total(2)).isEqualTo(sum(live, SampleIndex.INUSE_OBJECTS));
        assertThat(read.total(3)).isEqualTo(sum(live, SampleIndex.INUSE_SPACE));
      }
      List<Allocation> all = new ArrayList<>(allocated);
      all.addAll(live);
      TreeSet<String> methods = new TreeSet<>();
      all.forEach(a -> a.stack().forEach(frame -> methods.add(frame.method())));
      assertThat(new TreeSet<>(read.functions())).isEqualTo(methods);
    } finally {
      Files.delete(file);
    }
  }

  private static long sum(List<Allocation> samples, SampleIndex index) {
    return samples.stream().mapToLong(sample -> sample.value(index)).sum();
  }
}
