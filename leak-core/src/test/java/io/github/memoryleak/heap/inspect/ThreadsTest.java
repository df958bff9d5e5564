package io.github.memoryleak.heap.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.heap.dsl.Dump;
import io.github.memoryleak.heap.dsl.DumpClass;
import io.github.memoryleak.heap.dsl.DumpInstance;
import io.github.memoryleak.heap.dsl.DumpThread;
import io.github.memoryleak.heap.dsl.GcRoot;
import io.github.memoryleak.heap.dsl.Type;
import io.github.memoryleak.heap.hprof.HeapProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadsTest {
  @TempDir Path folder;
  private final Dump dump = Dump.create();

  @ParameterizedTest
  @ValueSource(ints = {8, 17, 19})
  void a_thread_has_a_name_a_state_and_frames_with_what_their_locals_hold(int release)
      throws IOException {
    DumpClass pool = dump.clazz("com.acme.Pool");
    DumpThread thread =
        dump.jdk(release)
            .thread("pool-1")
            .frame(pool, "take", "Pool.java", 12)
            .local(dump.bytes(new byte[100]))
            .local(dump.bytes(new byte[20]))
            .local(dump.instance(pool))
            .frame(pool, "run", "Pool.java", 7);
    fields(thread, release).set("daemon", true).set("threadStatus", 1025);

    Viewed viewed = Viewed.of(dump, folder);

    assertThat(Threads.of(viewed.view(), HeapProgress.NONE).threads())
        .containsExactly(
            new ThreadInfo(
                "pool-1",
                "java.lang.Thread",
                ThreadState.BLOCKED,
                true,
                viewed.retained(thread.object()),
                List.of(
                    new FrameInfo(
                        "com.acme.Pool.take",
                        "Pool.java",
                        12,
                        List.of(
                            new ClassTotal("byte[]", 2, 160, 160),
                            new ClassTotal("com.acme.Pool", 1, 16, 16))),
                    new FrameInfo("com.acme.Pool.run", "Pool.java", 7, List.of())),
                List.of()));
  }

  @Test
  void thread_local_variables_are_told_with_what_holds_them() throws IOException {
    DumpInstance variable = dump.jdk().instance("java.lang.ThreadLocal");
    dump.clazz("com.acme.Context").staticField("CURRENT", variable);
    DumpThread thread = dump.jdk().thread("main");
    dump.jdk()
        .threadLocals(
            thread,
            variable,
            dump.bytes(new byte[100]),
            null,
            dump.bytes(new byte[50]),
            dump.jdk().instance("java.lang.ThreadLocal"),
            dump.jdk().integer(1));

    assertThat(only(Viewed.of(dump, folder)).threadLocals())
        .containsExactly(
            new ThreadLocalInfo(
                new Holder("com.acme.Context", "CURRENT", true),
                "java.lang.ThreadLocal",
                "byte[]",
                120),
            new ThreadLocalInfo(null, "", "byte[]", 72),
            new ThreadLocalInfo(null, "java.lang.ThreadLocal", "java.lang.Integer", 16));
  }

  @Test
  void a_virtual_thread_is_a_daemon_in_an_unknown_state() throws IOException {
    DumpClass base =
        dump.clazz("java.lang.BaseVirtualThread").extending(dump.jdk(21).clazz("java.lang.Thread"));
    DumpClass virtual = dump.clazz("java.lang.VirtualThread").extending(base);
    dump.root(
        GcRoot.JNI_GLOBAL, dump.instance(virtual).set("name", dump.jdk().string("virtual-1")));

    ThreadInfo found = only(Viewed.of(dump, folder));

    assertThat(found.name()).isEqualTo("virtual-1");
    assertThat(found.state()).isEqualTo(ThreadState.UNKNOWN);
    assertThat(found.isDaemon()).isTrue();
  }

  @Test
  void a_thread_that_never_started_is_new() throws IOException {
    DumpInstance thread = dump.jdk().threadObject("java.lang.Thread", "later");
    dump.root(GcRoot.JNI_GLOBAL, thread.set("threadStatus", 0));

    ThreadInfo found = only(Viewed.of(dump, folder));

    assertThat(found.name()).isEqualTo("later");
    assertThat(found.state()).isEqualTo(ThreadState.NEW);
    assertThat(found.frames()).isEmpty();
  }

  @Test
  void fields_of_the_program_with_the_names_of_those_of_a_thread_are_not_taken_for_them()
      throws IOException {
    DumpClass thread = dump.jdk().clazz("java.lang.Thread");
    DumpClass feed =
        dump.clazz("com.acme.Feed")
            .extending(thread)
            .loadedBy(dump.jdk().loader("java.net.URLClassLoader", null, "app"))
            .field("name", Type.OBJECT)
            .field("threadStatus", Type.OBJECT);
    DumpInstance only =
        dump.instance(feed)
            .set("name", dump.jdk().string("prices"))
            .set(thread, "name", dump.jdk().string("feed-1"))
            .set(thread, "threadStatus", 0);
    dump.root(GcRoot.JNI_GLOBAL, only);

    ThreadInfo found = only(Viewed.of(dump, folder));

    assertThat(found.name()).isEqualTo("feed-1");
    assertThat(found.state()).isEqualTo(ThreadState.NEW);
  }

  private static ThreadInfo only(Viewed viewed) throws IOException {
    List<ThreadInfo> threads = Threads.of(viewed.view(), HeapProgress.NONE).threads();
    assertThat(threads).hasSize(1);
    return threads.get(0);
  }

  private DumpInstance fields(DumpThread thread, int release) {
    if (release < 19) {
      return thread.object();
    }
    DumpInstance holder = dump.jdk().instance("java.lang.Thread$FieldHolder");
    thread.object().set("holder", holder);
    return holder;
  }
}
