package io.github.memoryleak.heap.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.heap.hprof.HeapProgress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads {@link KnownThreads} from the dump of a JVM, of each JDK that is installed. */
class KnownThreadsTest {
  private static final String PROGRAM = KnownThreads.class.getName();

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("io.github.memoryleak.heap.inspect.InstalledJdks#homes")
  void a_waiting_thread_is_told_with_its_stack_and_what_it_holds(Path jdk) throws Exception {
    HeapView view = DumpingChild.view(jdk, KnownThreads.class, folder);

    ThreadInfo thread =
        Threads.of(view, HeapProgress.NONE).threads().stream()
            .filter(t -> t.name().equals(KnownThreads.NAME))
            .findFirst()
            .orElseThrow();

    assertThat(thread.className()).isEqualTo("java.lang.Thread");
    assertThat(thread.state()).isEqualTo(ThreadState.WAITING);
    assertThat(thread.isDaemon()).isTrue();
    assertThat(thread.retainedBytes()).isGreaterThan(12_016 + 816);
    assertThat(thread.threadLocals())
        .containsExactly(
            new ThreadLocalInfo(
                new Holder(PROGRAM, "CONTEXT", true), "java.lang.ThreadLocal", "long[]", 816));
    FrameInfo holding =
        thread.frames().stream()
            .filter(f -> f.method().equals(PROGRAM + ".hold"))
            .findFirst()
            .orElseThrow();
    assertThat(holding.file()).isEqualTo("KnownThreads.java");
    assertThat(holding.line()).isPositive();
    assertThat(holding.locals()).contains(new ClassTotal("byte[]", 1, 12_016, 12_016));
  }

  @ParameterizedTest
  @MethodSource("io.github.memoryleak.heap.inspect.InstalledJdks#homes")
  void a_class_that_three_loaders_defined_is_told_with_them(Path jdk) throws Exception {
    HeapView view = DumpingChild.view(jdk, KnownThreads.class, folder);

    Loaders loaders = Loaders.of(view, HeapProgress.NONE);

    DuplicateClass duplicate =
        loaders.duplicates().stream()
            .filter(d -> d.className().equals(PROGRAM + "$Loaded"))
            .findFirst()
            .orElseThrow();
    assertThat(duplicate.instances()).isEqualTo(3);
    assertThat(loaders.loaders())
        .filteredOn(l -> duplicate.loaders().contains(l.object()))
        .extracting(LoaderInfo::name)
        .containsExactlyInAnyOrder("app", "first", "second");
    assertThat(loaders.loaders())
        .filteredOn(l -> "first".equals(l.name()))
        .singleElement()
        .satisfies(
            first -> {
              assertThat(first.className()).isEqualTo("java.net.URLClassLoader");
              assertThat(first.urls())
                  .isEqualTo(List.of(DumpingChild.testClasses().toUri().toURL().toString()));
              assertThat(first.classes()).isEqualTo(1);
              assertThat(first.instances()).isEqualTo(1);
            });
  }
}
