package io.github.memoryleak.heap.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.heap.dsl.Dump;
import io.github.memoryleak.heap.dsl.DumpClass;
import io.github.memoryleak.heap.dsl.DumpInstance;
import io.github.memoryleak.heap.dsl.DumpThread;
import io.github.memoryleak.heap.dsl.GcRoot;
import io.github.memoryleak.heap.dsl.Jdk;
import io.github.memoryleak.heap.dsl.Type;
import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.heap.hprof.HprofException;
import io.github.memoryleak.heap.hprof.HprofFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes of a dump are changed at random: there is a result, or an error that says where. */
class DamagedDumpsTest {
  private static final int DUMPS = 200;
  private static final int MOST_CHANGES = 4;

  @TempDir Path folder;

  @Test
  void all_analyses_end_with_a_result_or_with_the_position_of_the_damage() throws IOException {
    byte[] sound = dump();
    Random random = new Random(1);
    List<String> read = new ArrayList<>();
    for (int i = 0; i < DUMPS; i++) {
      byte[] damaged = sound.clone();
      for (int change = random.nextInt(MOST_CHANGES); change >= 0; change--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      read.add(outcome(damaged));
    }

    assertThat(read).contains("read");
    assertThat(read).filteredOn(o -> !o.equals("read")).isNotEmpty().allMatch(this::saysWhere);
  }

  private boolean saysWhere(String outcome) {
    return outcome.matches("(?s)HprofException: .*byte \\d+.*");
  }

  private String outcome(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("damaged.hprof"), content);
    try (HprofFile opened = HprofFile.open(file, HeapProgress.NONE)) {
      analyze(HeapView.of(opened, HeapProgress.NONE));
      return "read";
    } catch (HprofException e) {
      return "HprofException: " + e.getMessage();
    }
  }

  private static void analyze(HeapView view) throws HprofException {
    HeapProgress none = HeapProgress.NONE;
    LeakSuspects.of(view, SuspectLimits.DEFAULT, none);
    BiggestObjects.of(view, 5, none);
    RetainedSizes.of(view, 5, none);
    Instances.of(view.graph(), new ClassPattern("*"), 5, none);
    Threads.of(view, none);
    Loaders.of(view, none);
    CollectionTotals.of(view, 5, none);
    DuplicateStrings.of(view, 5, none);
    Reachability.of(view, none);
  }

  private static byte[] dump() {
    Dump dump = Dump.create();
    Jdk jdk = dump.jdk();
    DumpClass order = dump.clazz("com.acme.Order").field("lines", Type.OBJECT);
    DumpInstance text = jdk.string("some text");
    dump.root(
        GcRoot.JNI_GLOBAL,
        dump.instance(order).set("lines", jdk.collections().arrayListOf(20, text, text)));
    dump.clazz("com.acme.Orders")
        .staticField("MAP", jdk.maps().concurrentHashMap(jdk.integer(1), jdk.string("some text")));
    dump.clazz("com.acme.Tree").staticField("TREE", jdk.maps().treeMap(text, text));
    DumpThread thread =
        jdk.thread("main").frame(order, "take", "Order.java", 3).local(jdk.softReference(text));
    jdk.threadLocals(thread, jdk.instance("java.lang.ThreadLocal"), dump.bytes(new byte[2000]));
    DumpInstance loader = jdk.loader("java.net.URLClassLoader", null, "app");
    dump.instance(dump.clazz("com.acme.Loaded").loadedBy(loader));
    dump.root(GcRoot.JNI_LOCAL, loader);
    return dump.write().bytes();
  }
}
