package io.github.memoryleak.heap.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Named.named;

import io.github.memoryleak.heap.dsl.Dump;
import io.github.memoryleak.heap.hprof.HeapProgress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProgressTest {
  @TempDir Path folder;

  /** One of the analyses. */
  interface Analysis {
    void run(HeapView view, HeapProgress progress) throws Exception;
  }

  @ParameterizedTest
  @MethodSource("analyses")
  void an_analysis_tells_how_far_it_is(Analysis analysis) throws Exception {
    List<String> wrong = new ArrayList<>();
    List<String> phases = new ArrayList<>();

    analysis.run(
        view(),
        (phase, done, total) -> {
          phases.add(phase);
          if (done < 0 || done > total) {
            wrong.add(phase + " " + done + " of " + total);
          }
        });

    assertThat(phases).isNotEmpty();
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("analyses")
  void an_analysis_can_be_cancelled_in_each_of_its_phases(Analysis analysis) throws Exception {
    HeapView view = view();
    List<String> phases = new ArrayList<>();
    analysis.run(view, (phase, done, total) -> phases.add(phase));

    for (String cancelled : phases) {
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(() -> analysis.run(view, (phase, done, total) -> cancel(phase, cancelled)));
    }
  }

  private static void cancel(String phase, String cancelled) {
    if (phase.equals(cancelled)) {
      throw new CancellationException(phase);
    }
  }

  static Stream<Named<Analysis>> analyses() {
    return Stream.of(
        named("suspects", (v, p) -> LeakSuspects.of(v, SuspectLimits.DEFAULT, p)),
        named("biggest", (v, p) -> BiggestObjects.of(v, 5, p)),
        named("retained", (v, p) -> RetainedSizes.of(v, 5, p)),
        named("instances", (v, p) -> Instances.of(v.graph(), new ClassPattern("*"), 5, p)),
        named("threads", Threads::of),
        named("loaders", Loaders::of),
        named("collections", (v, p) -> CollectionTotals.of(v, 5, p)),
        named("strings", (v, p) -> DuplicateStrings.of(v, 5, p)),
        named("reachability", Reachability::of));
  }

  private HeapView view() throws Exception {
    Dump dump = Dump.create();
    dump.clazz("com.acme.Names")
        .staticField("ALL", dump.array(dump.objectClass(), 10_000))
        .staticField("FIRST", dump.jdk().string("first"))
        .staticField("SECOND", dump.jdk().string("first"));
    return Viewed.of(dump, folder).view();
  }
}
