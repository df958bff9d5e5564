package io.github.memoryleak.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.memoryleak.Measured;
import io.github.memoryleak.census.Meter;
import io.github.memoryleak.growth.Trend;
import io.github.memoryleak.heap.growth.GrownHolder;
import io.github.memoryleak.rounds.Measurement;
import io.github.memoryleak.rounds.Measurement.Outcome;
import io.github.memoryleak.site.Creation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExplainerTest {
  private static final String LINE = "x".repeat(4096);
  private static final StringBuilder LINES = new StringBuilder();

  @AfterEach
  void empty() {
    LINES.setLength(0);
    LINES.trimToSize();
  }

  @Test
  void an_array_that_has_just_doubled_is_awaited_until_it_doubles_again() throws Exception {
    int loops = Measured.LOOPS_BEFORE + Measured.LOOPS;
    LINES.ensureCapacity((loops - 2) * LINE.length());
    for (int i = 0; i < loops; i++) {
      LINES.append(LINE);
    }
    Measurement measured = new Measured(Outcome.LEAKING).bytes("byte[]", LINE.length()).build();
    Explanation explanation =
        new Explainer(HeapDumps.TEMPORARY).explain(() -> LINES.append(LINE), measured);
    assertThat(explanation.problem()).isNull();
    assertThat(explanation.holders())
        .extracting(GrownHolder::holder)
        .contains("static " + ExplainerTest.class.getName() + ".LINES");
    assertThat(explanation.creations())
        .extracting(Creation::type, Creation::objects)
        .containsExactly(tuple("byte[]", 1));
    assertThat(explanation.creations().get(0).stack())
        .extracting(StackTraceElement::getMethodName)
        .contains("append", "an_array_that_has_just_doubled_is_awaited_until_it_doubles_again");
  }

  @Test
  void for_noise_beside_open_files_no_dump_is_taken() throws Exception {
    Measurement measured =
        new Measured(Outcome.LEAKING)
            .resource(Meter.FILE_DESCRIPTOR, "open files", 1, 0)
            .bytes("byte[]", Trend.UNSTEADY, 40)
            .build();
    Explanation explanation =
        new Explainer(HeapDumps.TEMPORARY).explain(() -> LINES.append(LINE), measured);
    assertThat(explanation).isEqualTo(Explanation.NONE);
    assertThat(LINES).isEmpty();
  }
}
