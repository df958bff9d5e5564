package io.github.memoryleak.heap.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.memoryleak.census.TypeNames;
import io.github.memoryleak.heap.graph.HeapClass;
import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.graph.Histogram;
import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.heap.hprof.HprofFile;
import io.github.memoryleak.heap.jvm.LiveHeap.Count;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Our counts of a dump are those that the JVM itself prints at the same moment, of every class.
 *
 * <p>Without an archive of classes: with one, the JVM counts class objects of classes that it has
 * not loaded yet, which no dump has, and tells fillers from arrays of numbers, which a dump cannot.
 */
class JvmHistogramTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-XX:+UseG1GC",
        "-XX:+UseSerialGC",
        "-XX:+UseParallelGC",
        "-XX:+UseShenandoahGC",
        "-XX:+UseZGC",
        "-XX:+UseSerialGC -XX:-UseCompressedOops",
        "-XX:+UseSerialGC -XX:-UseCompressedOops -XX:-UseCompressedClassPointers",
        "-XX:+UseSerialGC -XX:ObjectAlignmentInBytes=16",
      })
  void the_histogram_is_that_of_the_jvm(String flags) throws Exception {
    check(Jdks.current(), flags);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-XX:+UseG1GC",
        "-XX:+UseSerialGC",
        "-XX:+UseParallelGC",
        "-XX:+UseShenandoahGC",
        "-XX:+UseZGC",
        "-XX:+UseSerialGC -XX:-UseCompressedOops",
        "-XX:+UseSerialGC -XX:+UseCompactObjectHeaders",
        "-XX:+UseG1GC -XX:+UseCompactObjectHeaders -XX:-UseCompressedOops",
      })
  void that_of_jdk_25_too(String flags) throws Exception {
    Optional<Path> home = Jdks.release(25);
    assumeTrue(home.isPresent(), "No JDK 25 in 'it.jdks' or beside this JDK");
    check(home.get(), flags);
  }

  private void check(Path home, String flags) throws IOException, InterruptedException {
    LiveHeap heap =
        LiveHeap.of(home, Arrays.asList(("-Xshare:off " + flags).split(" ")), directory);
    try (HprofFile file = HprofFile.open(heap.dump(), HeapProgress.NONE)) {
      Map<String, Count> ours = new TreeMap<>();
      for (HeapClass c : Histogram.of(file, HeapProgress.NONE).classes()) {
        add(ours, c, c.instances(), c.bytes());
      }
      Map<String, Count> jvm = new TreeMap<>();
      heap.histogram().forEach((name, count) -> jvm.put(TypeNames.display(name), count));
      assertThat(differences(ours, jvm)).isEmpty();
      Map<String, Count> walked = new TreeMap<>();
      HeapGraph graph = HeapGraph.read(file, false, HeapProgress.NONE);
      graph.forEach((o, c, size, length) -> add(walked, graph.classes().get(c), 1, size));
      assertThat(walked).isEqualTo(ours);
    }
  }

  private static List<String> differences(Map<String, Count> ours, Map<String, Count> jvm) {
    Map<String, String> lines = new TreeMap<>();
    jvm.forEach((name, count) -> lines.put(name, name + " " + count + " JVM, " + ours.get(name)));
    ours.forEach((name, count) -> lines.put(name, name + " " + jvm.get(name) + " JVM, " + count));
    lines.keySet().removeIf(name -> ours.containsKey(name) && ours.get(name).equals(jvm.get(name)));
    return List.copyOf(lines.values());
  }

  private static void add(Map<String, Count> counts, HeapClass c, long instances, long bytes) {
    if (instances > 0) {
      counts.merge(LiveHeap.plain(c.name()), new Count(instances, bytes), Count::plus);
    }
  }
}
