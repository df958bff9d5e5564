package io.github.memoryleak.heap.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.heap.dsl.Dump;
import io.github.memoryleak.heap.dsl.DumpClass;
import io.github.memoryleak.heap.dsl.DumpInstance;
import io.github.memoryleak.heap.dsl.GcRoot;
import io.github.memoryleak.heap.dsl.Type;
import io.github.memoryleak.heap.hprof.HeapProgress;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetainedSizesTest {
  @Test
  void what_another_of_the_class_dominates_counts_once(@TempDir Path folder) throws IOException {
    Dump dump = Dump.create();
    DumpClass node =
        dump.clazz("com.acme.Node").field("next", Type.OBJECT).field("data", Type.OBJECT);
    DumpInstance inner = dump.instance(node).set("data", dump.bytes(new byte[100]));
    DumpInstance outer = dump.instance(node).set("next", inner);
    dump.root(GcRoot.JNI_GLOBAL, outer);
    dump.root(GcRoot.JNI_GLOBAL, dump.instance(node));

    RetainedSizes sizes = RetainedSizes.of(Viewed.of(dump, folder).view(), 9, HeapProgress.NONE);

    assertThat(sizes.classes()).contains(new ClassTotal("com.acme.Node", 3, 72, 72 + 120));
    assertThat(sizes.packages()).contains(new PackageTotal("com.acme", 3, 72, 72 + 120));
  }
}
