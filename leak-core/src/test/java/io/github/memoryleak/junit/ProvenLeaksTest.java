package io.github.memoryleak.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.Measured;
import io.github.memoryleak.RepeatedCheck;
import io.github.memoryleak.Screening;
import io.github.memoryleak.census.Meter;
import io.github.memoryleak.finding.Change;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.FindingBuilder;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.SubjectResult;
import io.github.memoryleak.finding.Verdict;
import io.github.memoryleak.growth.Trend;
import io.github.memoryleak.rounds.Measurement.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ProvenLeaksTest {
  private static final String SESSION = "io.github.memoryleak.MemorySnapshot";
  private static final String FIRST = "com.acme.CartTest#adds";
  private static final String SECOND = "com.acme.CartTest#removes";

  private final ProvenLeaks proven = new ProvenLeaks();
  private final Measured seen = new Measured(Outcome.GROWING);

  @Test
  void a_test_in_which_the_same_grows_at_the_same_rate_has_the_same_leak() {
    proven.add(leak(grown(SESSION, 1), grown("java.lang.String", 2)));
    seen.type(SESSION, 1, 24).type("java.lang.String", 2, 48);
    Finding elsewhere = seenIn(SECOND).orElseThrow().get(0);
    assertThat(elsewhere.subject()).isEqualTo(SECOND);
    assertThat(elsewhere.holder()).isEqualTo("static com.acme.Sessions.ACTIVE");
    assertThat(elsewhere.site()).containsExactly("com.acme.Sessions.open(Sessions.java:12)");
    assertThat(notes())
        .containsExactly(
            "The same grows at the same rate as in com.acme.CartTest#adds, which was measured in"
                + " its place, in com.acme.CartTest#removes.");
  }

  @Test
  void threads_of_the_same_kind_are_the_same_leak() {
    proven.add(leak(grown("java.lang.Thread poller-%d", 1)));
    seen.thread("poller-%d", 1, "com.acme.Poller.run(Poller.java:1)");
    assertThat(seenIn(SECOND)).isPresent();
  }

  @Property(tries = 500)
  void another_rate_is_another_leak(@ForAll @DoubleRange(min = 0.9, max = 5) double rate) {
    ProvenLeaks known = new ProvenLeaks();
    known.add(leak(grown(SESSION, 3)));
    Measured other = new Measured(Outcome.GROWING).type(SESSION, rate, 24 * rate);
    boolean same = Math.abs(rate - 3) <= 0.1 * Math.max(3, rate);
    assertThat(known.seenIn(screening(other), test(SECOND)).isPresent()).isEqualTo(same);
  }

  @Test
  void what_grows_beside_it_makes_it_another_leak() {
    proven.add(leak(grown(SESSION, 1), grown("java.lang.String", 1)));
    seen.type(SESSION, 1, 24).type("java.lang.String", 2, 48);
    assertThat(seenIn(SECOND)).isEmpty();
    assertThat(notes()).isEmpty();
  }

  @Test
  void what_grows_without_a_pattern_is_noise() {
    proven.add(leak(grown(SESSION, 1)));
    seen.type(SESSION, 1, 24).type("java.lang.String", Trend.UNSTEADY, 1, 24);
    assertThat(seenIn(SECOND)).isPresent();
  }

  @Test
  void strings_and_collections_alone_tell_no_leak_from_another() {
    String map = "java.util.HashMap";
    proven.add(leak(grown(map, 1), grown("java.lang.String", 1), grown("byte[]", 1)));
    seen.type(map, 1, 48).type("java.lang.String", 1, 24).type("byte[]", 1, 24);
    assertThat(seenIn(SECOND)).isEmpty();
  }

  @Test
  void a_class_of_the_other_leak_that_does_not_grow_makes_it_another_leak() {
    String wrapper = "java.util.concurrent.ScheduledThreadPoolExecutor$ScheduledFutureTask";
    proven.add(leak(grown(SESSION, 1), grown(wrapper, 1)));
    seen.type(SESSION, 1, 24);
    assertThat(seenIn(SECOND)).isEmpty();
    seen.type(wrapper, 1, 72);
    assertThat(seenIn(SECOND)).isPresent();
  }

  @Test
  void which_resource_leaks_is_looked_at_in_each_test() {
    proven.add(leak(grown(SESSION, 1), grown("file descriptors", 1)));
    seen.type(SESSION, 1, 24).resource(Meter.FILE_DESCRIPTOR, "file descriptors", 1, 0);
    assertThat(seenIn(SECOND)).isEmpty();
  }

  @Test
  void each_leak_of_the_other_test_must_show() {
    RepeatedCheck one = leak(grown(SESSION, 1));
    Finding pool = finding(grown("java.lang.Thread pool-%d-thread-%d", 1));
    proven.add(new RepeatedCheck(one.subject(), List.of(one.findings().get(0), pool), List.of()));
    seen.type(SESSION, 1, 24);
    assertThat(seenIn(SECOND)).isEmpty();
  }

  @Test
  void two_leaks_are_worth_a_look_at_other_tests() {
    proven.add(leak(grown(SESSION, 1)));
    assertThat(proven.areFew()).isTrue();
    proven.add(leak(grown(SESSION, 2)));
    assertThat(proven.areFew()).isFalse();
  }

  @Test
  void a_test_that_passed_or_whose_class_leaks_explains_nothing() {
    proven.add(new RepeatedCheck(subject(Verdict.PASS), List.of(), List.of()));
    assertThat(proven.areFew()).isTrue();
    proven.add(leak(grown(SESSION, 1)));
    seen.type(SESSION, 1, 24);
    assertThat(seenIn(SECOND)).isPresent();
    proven.forget(Set.of(SECOND));
    assertThat(notes()).isEmpty();
    proven.forget(Set.of(FIRST));
    assertThat(seenIn(SECOND)).isEmpty();
  }

  private Optional<List<Finding>> seenIn(String subject) {
    return proven.seenIn(screening(seen), test(subject));
  }

  private static Unit test(String name) {
    return new Unit("[engine:x]/" + name, name, List.of(), new Unit.Family("[engine:x]", 2));
  }

  private List<String> notes() {
    Results results = new Results();
    proven.addNotes(results);
    return results.notes();
  }

  private static Screening screening(Measured measured) {
    return new Screening(Optional.empty(), measured.build(), 12);
  }

  private static RepeatedCheck leak(GrowingType... growing) {
    return new RepeatedCheck(subject(Verdict.LEAK), List.of(finding(growing)), List.of());
  }

  private static SubjectResult subject(Verdict verdict) {
    Change same = new Change(1, 1);
    return new SubjectResult(FIRST, verdict, null, 5, 100, same, same, 1234);
  }

  private static Finding finding(GrowingType... growing) {
    return new FindingBuilder(Kind.HEAP, FIRST, growing[0].type())
        .growing(List.of(growing))
        .holding(new Finding.Holding("static com.acme.Sessions.ACTIVE", List.of(), 1L, 1L))
        .site(
            List.of(
                "com.acme.Sessions.open(Sessions.java:12)",
                "com.acme.CartTest.adds(CartTest.java:7)"))
        .build();
  }

  private static GrowingType grown(String type, double countPerLoop) {
    return new GrowingType(
        type, Math.round(100 * countPerLoop), 2400, countPerLoop, 24 * countPerLoop);
  }
}
