package io.github.memoryleak.heap.growth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.heap.dsl.Dump;
import io.github.memoryleak.heap.dsl.DumpClass;
import io.github.memoryleak.heap.dsl.DumpObject;
import io.github.memoryleak.heap.hprof.HeapProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What tests of growth between dumps begin with: heaps that depend on how often something ran. */
abstract class HeapGrowthFixture {
  static final String SESSION = "com.acme.Session";

  /** A heap that depends on how often something ran. */
  interface Heap {
    void make(Dump dump, int runs);
  }

  static DumpObject[] sessions(Dump dump, int count) {
    return sessions(dump, dump.clazz(SESSION), count);
  }

  static DumpObject[] sessions(Dump dump, DumpClass session, int count) {
    DumpObject[] sessions = new DumpObject[count];
    for (int i = 0; i < count; i++) {
      sessions[i] = dump.instance(session);
    }
    return sessions;
  }

  static DumpObject[] strings(Dump dump, int count) {
    DumpObject[] strings = new DumpObject[count];
    for (int i = 0; i < count; i++) {
      strings[i] = dump.jdk().string("key" + i);
    }
    return strings;
  }

  static GrownHolder only(List<GrownHolder> grown) {
    assertThat(grown).hasSize(1);
    return grown.get(0);
  }

  static List<GrownHolder> grown(Heap heap, int... runs) throws IOException {
    List<Path> dumps = new ArrayList<>();
    try {
      for (int n : runs) {
        Dump dump = Dump.create();
        heap.make(dump, n);
        Path file = java.nio.file.Files.createTempFile("growth", ".hprof");
        dumps.add(dump.write().writeTo(file));
      }
      return HeapGrowth.between(dumps, GrowthOptions.of(2, 1 << 20, 10), HeapProgress.NONE);
    } finally {
      for (Path dump : dumps) {
        java.nio.file.Files.delete(dump);
      }
    }
  }
}
