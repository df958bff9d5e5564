package io.github.memoryleak.heap.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.heap.dsl.Dump;
import io.github.memoryleak.heap.dsl.DumpClass;
import io.github.memoryleak.heap.dsl.DumpInstance;
import io.github.memoryleak.heap.dsl.DumpObject;
import io.github.memoryleak.heap.dsl.GcRoot;
import io.github.memoryleak.heap.dsl.Type;
import io.github.memoryleak.heap.graph.RootKind;
import io.github.memoryleak.heap.hprof.HeapProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BiggestObjectsTest {
  @TempDir Path folder;
  private final Dump dump = Dump.create();

  @Test
  void the_objects_that_keep_most_alive_come_first() throws IOException {
    DumpClass box = dump.clazz("com.acme.Box").field("content", Type.OBJECT);
    DumpInstance boxed = dump.instance(box).set("content", dump.bytes(new byte[900]));
    DumpObject plain = dump.bytes(new byte[800]);
    dump.root(GcRoot.JNI_GLOBAL, dump.bytes(new byte[100]));
    dump.root(GcRoot.JNI_GLOBAL, plain);
    dump.root(GcRoot.JNI_GLOBAL, boxed);

    Viewed viewed = Viewed.of(dump, folder);
    BiggestObjects found = BiggestObjects.of(viewed.view(), 2, HeapProgress.NONE);

    assertThat(found.liveObjects()).isEqualTo(viewed.view().graph().objects());
    assertThat(found.liveBytes()).isEqualTo(viewed.view().tree().reachableSize());
    assertThat(found.objects())
        .containsExactly(
            new BigObject(viewed.number(boxed), "com.acme.Box", 16, 16 + 920, held("com.acme.Box")),
            new BigObject(viewed.number(plain), "byte[]", 816, 816, held("byte[]")));
  }

  @Test
  void a_local_variable_hangs_on_its_thread() throws IOException {
    DumpClass pool = dump.clazz("com.acme.Pool");
    DumpObject local = dump.bytes(new byte[100_000]);
    dump.jdk().thread("pool-1").frame(pool, "take", "Pool.java", 12).local(local);

    BiggestObjects found = BiggestObjects.of(Viewed.of(dump, folder).view(), 1, HeapProgress.NONE);

    assertThat(found.objects().get(0).path())
        .isEqualTo(
            new StrongPath(
                RootKind.THREAD,
                "pool-1",
                List.of(new PathStep("java.lang.Thread", "", false, 1))));
  }

  @Test
  void none_are_told_when_none_are_asked_for() throws IOException {
    BiggestObjects found = BiggestObjects.of(Viewed.of(dump, folder).view(), 0, HeapProgress.NONE);

    assertThat(found.objects()).isEmpty();
  }

  private static StrongPath held(String className) {
    return new StrongPath(
        RootKind.JNI_GLOBAL, null, List.of(new PathStep(className, "", false, 1)));
  }
}
