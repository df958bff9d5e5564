package io.github.memoryleak.heap.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.heap.dsl.DumpFormat;
import io.github.memoryleak.heap.dsl.RandomHeap;
import io.github.memoryleak.heap.hprof.HeapProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RetainedSizesPropertiesTest {
  @Property(tries = 200)
  void classes_retain_what_climbing_from_each_object_says(@ForAll("heaps") RandomHeap random)
      throws IOException {
    Path folder = Files.createTempDirectory("retained");
    try {
      HeapView view = Viewed.of(random.heap(DumpFormat.HOTSPOT).dump(), folder).view();

      Map<String, Long> retained =
          RetainedSizes.of(view, 100, HeapProgress.NONE).classes().stream()
              .collect(Collectors.toMap(ClassTotal::className, ClassTotal::retainedBytes));

      assertThat(retained).isEqualTo(climbed(view));
    } finally {
      delete(folder);
    }
  }

  @Provide
  Arbitrary<RandomHeap> heaps() {
    return RandomHeap.upTo(40);
  }

  private static Map<String, Long> climbed(HeapView view) {
    Map<String, Long> retained = new TreeMap<>();
    for (int object = 0; object < view.graph().objects(); object++) {
      if (view.tree().isReachable(object)) {
        long own = isOutermost(view, object) ? view.tree().retainedSize(object) : 0;
        retained.merge(view.classOf(object).name(), own, Long::sum);
      }
    }
    return retained;
  }

  private static boolean isOutermost(HeapView view, int object) {
    int above = view.tree().dominator(object);
    while (above >= 0 && view.graph().classOf(above) != view.graph().classOf(object)) {
      above = view.tree().dominator(above);
    }
    return above < 0;
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
