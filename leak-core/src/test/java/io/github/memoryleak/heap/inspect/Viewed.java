package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.dsl.Dump;
import io.github.memoryleak.heap.dsl.DumpObject;
import io.github.memoryleak.heap.dsl.WrittenDump;
import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.heap.hprof.HprofFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A dump made for a test, written and read. */
record Viewed(HeapView view, WrittenDump written) {
  static Viewed of(Dump dump, Path folder) throws IOException {
    WrittenDump written = dump.write();
    Path file = written.writeTo(Files.createTempFile(folder, "heap", ".hprof"));
    HprofFile opened = HprofFile.open(file, HeapProgress.NONE);
    return new Viewed(HeapView.of(opened, HeapProgress.NONE), written);
  }

  /** The number of an object of the dump. */
  int number(DumpObject object) {
    return view.graph().reader().find(written.address(object));
  }

  long retained(DumpObject object) {
    return view.tree().retainedSize(number(object));
  }
}
