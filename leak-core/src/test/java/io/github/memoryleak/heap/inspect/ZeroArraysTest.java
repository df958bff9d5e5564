package io.github.memoryleak.heap.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.heap.dsl.Dump;
import io.github.memoryleak.heap.dsl.DumpClass;
import io.github.memoryleak.heap.dsl.DumpObject;
import io.github.memoryleak.heap.dsl.GcRoot;
import io.github.memoryleak.heap.dsl.Type;
import io.github.memoryleak.heap.hprof.HeapProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZeroArraysTest {
  @TempDir Path folder;
  private final Dump dump = Dump.create();
  private final DumpClass buffer = dump.clazz("com.acme.Buffer").field("data", Type.OBJECT);

  @Test
  void large_arrays_that_nobody_filled_are_told_with_what_holds_them() throws IOException {
    hold(dump.primitives(Type.LONG, new long[200]));
    hold(dump.bytes(new byte[1027]));

    assertThat(arrays())
        .isEqualTo(
            new ZeroArrays(
                2,
                1616 + 1048,
                List.of(new HeldBy(new Holder("com.acme.Buffer", "data", false), 2, 1616 + 1048))));
  }

  @Test
  void a_value_at_the_end_fills_an_array() throws IOException {
    byte[] content = new byte[1027];
    content[1026] = 1;
    hold(dump.bytes(content));

    assertThat(arrays()).isEqualTo(new ZeroArrays(0, 0, List.of()));
  }

  @Test
  void small_arrays_and_those_that_nothing_holds_are_left_out() throws IOException {
    hold(dump.bytes(new byte[1023]));
    dump.bytes(new byte[2000]);

    assertThat(arrays()).isEqualTo(new ZeroArrays(0, 0, List.of()));
  }

  private ZeroArrays arrays() throws IOException {
    return ZeroArrays.of(Viewed.of(dump, folder).view(), 5, HeapProgress.NONE);
  }

  private void hold(DumpObject array) {
    dump.root(GcRoot.JNI_GLOBAL, dump.instance(buffer).set("data", array));
  }
}
