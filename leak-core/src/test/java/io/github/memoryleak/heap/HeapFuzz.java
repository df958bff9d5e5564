package io.github.memoryleak.heap;

import io.github.memoryleak.heap.dsl.Dump;
import io.github.memoryleak.heap.dsl.DumpClass;
import io.github.memoryleak.heap.dsl.DumpFormat;
import io.github.memoryleak.heap.dsl.DumpInstance;
import io.github.memoryleak.heap.dsl.GcRoot;
import io.github.memoryleak.heap.dsl.Jdk;
import io.github.memoryleak.heap.dsl.Layout;
import io.github.memoryleak.heap.dsl.Type;
import io.github.memoryleak.heap.graph.HeapTooLargeException;
import io.github.memoryleak.heap.hprof.HprofException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a fuzzer runs: any bytes are analysed, or refused with the byte that makes no sense. The
 * profile {@code fuzz} starts Jazzer on it.
 */
public final class HeapFuzz {
  private static final Path FILE = file();

  private HeapFuzz() {}

  /** Analyses a dump; called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    Files.write(FILE, input);
    try {
      WholeAnalysis.of(FILE);
    } catch (HprofException | HeapTooLargeException e) {
      if (e.getMessage().isBlank()) {
        throw new AssertionError("An error without a message", e);
      }
    }
  }

  /** Writes the seeds into a folder. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    for (Map.Entry<String, Dump> seed : seeds().entrySet()) {
      seed.getValue().write().writeTo(folder.resolve(seed.getKey()));
    }
  }

  /** {@return small dumps with records of all kinds} */
  static Map<String, Dump> seeds() {
    Map<String, Dump> seeds = new LinkedHashMap<>();
    seeds.put("segments", shop(DumpFormat.HOTSPOT.withSegment(200)));
    seeds.put("one-record", shop(DumpFormat.BITS_32));
    seeds.put(
        "sparse", shop(DumpFormat.HOTSPOT.withLayout(Layout.sparse(1)).withClassesInBetween()));
    Dump empty = Dump.create();
    seeds.put("empty", empty);
    return seeds;
  }

  private static Dump shop(DumpFormat format) {
    Dump dump = Dump.create(format);
    Jdk jdk = dump.jdk();
    DumpClass session = dump.clazz("com.acme.Session").field("cart", Type.OBJECT);
    session.field("id", Type.LONG).field("weight", Type.FLOAT).staticField("MAX", Type.INT, 7);
    DumpInstance made = dump.instance(session).set("id", 3);
    made.set("cart", dump.arrayOf(session, made, null, jdk.weakReference(made)));
    dump.clazz("com.acme.Sessions").loadedBy(made).staticField("ACTIVE", jdk.string("tea"));
    dump.instance(session);
    dump.primitives(Type.DOUBLE, 1);
    dump.ints(1, 2, 3);
    for (GcRoot kind : GcRoot.values()) {
      dump.root(kind, made);
    }
    dump.thread(made).frame(session, "run", "Session.java", 12).local(made).jniLocal(made);
    return dump;
  }

  private static Path file() {
    try {
      Path file = Files.createTempFile("fuzz", ".hprof");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
