package io.github.memoryleak.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.Measured;
import io.github.memoryleak.RepeatedCheck;
import io.github.memoryleak.Screening;
import io.github.memoryleak.explain.Explanation;
import io.github.memoryleak.finding.Change;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.FindingBuilder;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.SubjectResult;
import io.github.memoryleak.finding.Verdict;
import io.github.memoryleak.heap.growth.GrownHolder;
import io.github.memoryleak.rounds.Measurement.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SameLeakTest {
  private static final String SESSION = "io.github.memoryleak.MemorySnapshot";
  private static final String KNOWN = "static com.acme.Sessions.ACTIVE";
  private static final String OTHER = "static com.acme.Sessions.CLOSED";
  private static final int LOOPS = 24;

  @Property(tries = 30)
  void the_known_holder_has_all_that_grows(@ForAll @IntRange(min = 1, max = 40) int tests) {
    assertThat(leak(KNOWN, tests).isHeldAlike(explained(holder(KNOWN, tests * LOOPS)))).isTrue();
  }

  @Property(tries = 30)
  void one_test_of_many_has_a_holder_of_its_own(@ForAll @IntRange(min = 1, max = 40) int tests) {
    GrownHolder known = holder(KNOWN, (tests - 1) * LOOPS);
    assertThat(leak(KNOWN, tests).isHeldAlike(explained(known, holder(OTHER, LOOPS)))).isFalse();
  }

  @Test
  void a_few_objects_more_or_less_say_nothing() {
    assertThat(leak(KNOWN, 3).isHeldAlike(explained(holder(KNOWN, 3 * LOOPS - 2)))).isTrue();
  }

  @Test
  void without_dumps_there_is_nothing_against_it() {
    Explanation none = Explanation.failed("100 leaks have been explained (leak.maxDumps)");
    assertThat(leak(KNOWN, 3).isHeldAlike(none)).isTrue();
  }

  @Test
  void a_leak_without_a_holder_is_not_looked_at() {
    assertThat(leak(null, 3).canBeChecked()).isFalse();
    assertThat(leak(KNOWN, 3).canBeChecked()).isTrue();
    assertThat(leak(KNOWN, 2).names()).containsExactly("CartTest#1", "CartTest#2");
    assertThat(leak(KNOWN, 2).units()).extracting(Unit::id).containsExactly("[1]", "[2]");
  }

  @Test
  void tests_that_take_long_are_not_looked_at_again() {
    SameLeak.Seen quick = leak(KNOWN, 1).others().get(0);
    assertThat(slow(quick, 5).canBeChecked()).isTrue();
    assertThat(slow(quick, 6).canBeChecked()).isFalse();
  }

  private static SameLeak slow(SameLeak.Seen quick, long seconds) {
    long nanos = TimeUnit.SECONDS.toNanos(seconds);
    SameLeak.Seen slow = new SameLeak.Seen(quick.test(), quick.look(), quick.rates(), 9, nanos);
    return new SameLeak(check(KNOWN), List.of(slow, slow));
  }

  private static SameLeak leak(String holder, int tests) {
    List<SameLeak.Seen> others = new ArrayList<>();
    for (int i = 1; i <= tests; i++) {
      Measured seen = new Measured(Outcome.GROWING).type(SESSION, 1, 24);
      Unit.Family family = new Unit.Family("[0]", tests);
      Unit test = new Unit("[" + i + "]", "CartTest#" + i, List.of(), family);
      others.add(SameLeak.Seen.of(test, new Screening(Optional.empty(), seen.build(), 12)));
    }
    return new SameLeak(check(holder), others);
  }

  private static RepeatedCheck check(String holder) {
    Finding finding =
        new FindingBuilder(Kind.HEAP, "CartTest#0", SESSION)
            .growing(
                List.of(
                    new GrowingType(SESSION, 100, 2400, 1, 24),
                    new GrowingType("java.lang.Object[]", 0, 800, 0, 8)))
            .holding(new Finding.Holding(holder, List.of(), 1L, 1L))
            .build();
    Change same = new Change(1, 1);
    return new RepeatedCheck(
        new SubjectResult("CartTest#0", Verdict.LEAK, null, 5, 100, same, same, 1234),
        List.of(finding),
        List.of());
  }

  private static Explanation explained(GrownHolder... holders) {
    return new Explanation(List.of(holders), List.of(), LOOPS, null);
  }

  private static GrownHolder holder(String name, long growth) {
    return new GrownHolder(
        name,
        List.of(),
        SESSION,
        List.of(growth),
        24 * growth,
        24 * growth,
        growth,
        Map.of(SESSION, growth),
        List.of(),
        false,
        List.of());
  }
}
