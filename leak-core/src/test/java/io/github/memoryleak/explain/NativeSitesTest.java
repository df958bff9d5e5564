package io.github.memoryleak.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.census.NativeMemory;
import io.github.memoryleak.explain.SiteFinder.Sites;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.FindingBuilder;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.State;
import io.github.memoryleak.site.NativeAllocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeSitesTest {
  private static final int LOOPS = 8;
  private static final Finding LIBRARY = finding(Kind.NATIVE, NativeMemory.LIBRARIES, 1000);
  private static final Finding UNSAFE = finding(Kind.NATIVE, NativeMemory.UNSAFE, 1000);
  private static final NativeAllocation LEAK = allocation(8, 8000, "com.acme.Canvas");

  private final List<String> runs = new ArrayList<>();

  private static Finding finding(Kind kind, String type, long bytesPerLoop) {
    return new FindingBuilder(kind, "load", type).perLoop(1, bytesPerLoop).build();
  }

  private static NativeAllocation allocation(int blocks, long bytes, String... classes) {
    return new NativeAllocation(
        false,
        blocks,
        bytes,
        Stream.of(classes).map(name -> new StackTraceElement(name, "call", null, 7)).toList());
  }

  private static NativeAllocation ofJvm(NativeAllocation a) {
    return new NativeAllocation(true, a.blocks(), a.bytes(), a.stack());
  }

  private Sites complete(NativeProfiler profiler, Finding... findings) throws Exception {
    return new NativeSites(() -> runs.add("run"), 1, profiler)
        .complete(new Sites(List.of(findings), null));
  }

  @Test
  void the_stack_that_keeps_as_much_as_leaks_is_the_site() {
    NativeAllocation cache = allocation(40, 40_000, "com.acme.Cache");
    assertThat(NativeSites.taker(LIBRARY, List.of(cache, LEAK), LOOPS)).contains(LEAK);
    assertThat(NativeSites.taker(LIBRARY, List.of(cache), LOOPS)).contains(cache);
  }

  @Test
  void what_the_program_takes_comes_before_what_the_jdk_takes_by_itself() {
    NativeAllocation jdk = allocation(8, 8000, "java.util.zip.ZipFile");
    assertThat(NativeSites.taker(LIBRARY, List.of(jdk, LEAK), LOOPS)).contains(LEAK);
    assertThat(NativeSites.taker(LIBRARY, List.of(jdk), LOOPS)).contains(jdk);
  }

  @Test
  void what_is_kept_of_the_latest_loop_alone_is_no_leak() {
    NativeAllocation latest = allocation(1, 1000, "com.acme.Canvas");
    NativeAllocation oneLargeBlock = allocation(1, 8000, "com.acme.Canvas");
    assertThat(NativeSites.taker(LIBRARY, List.of(oneLargeBlock, latest), LOOPS)).isEmpty();
  }

  @Test
  void a_stack_that_keeps_less_than_a_third_is_chance() {
    assertThat(NativeSites.taker(LIBRARY, List.of(allocation(8, 2399, "com.acme.A")), LOOPS))
        .isEmpty();
  }

  @Test
  void threads_without_java_and_the_jvm_itself_are_ignored() {
    assertThat(NativeSites.taker(LIBRARY, List.of(allocation(8, 8000), ofJvm(LEAK)), LOOPS))
        .isEmpty();
  }

  @Test
  void memory_of_unsafe_is_told_from_that_of_libraries() {
    NativeAllocation unsafe =
        ofJvm(allocation(8, 8000, "jdk.internal.misc.Unsafe", "com.acme.Memory"));
    NativeAllocation buffer =
        ofJvm(
            allocation(
                8, 8000, "jdk.internal.misc.Unsafe", "java.nio.DirectByteBuffer", "com.acme.B"));
    List<NativeAllocation> kept = List.of(buffer, LEAK, unsafe);
    assertThat(NativeSites.taker(UNSAFE, kept, LOOPS)).contains(unsafe);
    assertThat(NativeSites.taker(LIBRARY, kept, LOOPS)).contains(LEAK);
  }

  @Test
  void without_a_profiler_nothing_runs_and_what_to_do_is_told() throws Exception {
    Sites sites = complete(NativeProfiler.NOT_WANTED, LIBRARY);
    assertThat(sites)
        .isEqualTo(
            new Sites(
                List.of(LIBRARY),
                "leak:test records who takes native memory when leak.profiler=async-profiler is"
                    + " set, on Linux and macOS"));
    assertThat(runs).isEmpty();
  }

  @Test
  void a_profiler_that_fails_changes_no_finding(@TempDir Path directory) throws Exception {
    Path library = directory.resolve("libasyncProfiler.so");
    assertThat(complete(NativeProfiler.at(library), LIBRARY))
        .isEqualTo(
            new Sites(
                List.of(LIBRARY), "async-profiler recorded nothing: there is no file " + library));
  }

  @Test
  void what_is_known_or_is_no_such_memory_needs_no_profiler() throws Exception {
    Finding known = LIBRARY.withSite(List.of("com.acme.Canvas.call(Canvas.java:7)"));
    Finding unclosed =
        finding(Kind.NATIVE, "java.util.zip.Inflater", 0).toBuilder().state(State.UNCLOSED).build();
    Finding heap = finding(Kind.HEAP, "com.acme.Session", 24);
    assertThat(complete(NativeProfiler.NOT_WANTED, known, unclosed, heap))
        .isEqualTo(new Sites(List.of(known, unclosed, heap), null));
  }

  @Test
  void what_the_agent_could_not_do_stays_told() throws Exception {
    Sites before = new Sites(List.of(LIBRARY), "this JVM loads no agents");
    assertThat(new NativeSites(() -> {}, 1, NativeProfiler.NOT_WANTED).complete(before))
        .isEqualTo(before);
  }
}
