package io.github.memoryleak.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AcceptanceTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final Set<Owner> TEAM = Set.of(Owner.APPLICATION, Owner.LIBRARY);

  private final List<Finding> findings = new ArrayList<>();
  private final List<SubjectResult> subjects = new ArrayList<>();
  private final List<Suppression> suppressions = new ArrayList<>();
  private final Set<String> tests = new HashSet<>(Set.of("com.acme.CartTest"));
  private Baseline baseline = Baseline.EMPTY;

  private static FindingBuilder finding(String test, String type) {
    return new FindingBuilder(Kind.HEAP, "com.acme.CartTest#" + test, type)
        .perLoop(1, 24)
        .fingerprint("f" + type);
  }

  private void leak(FindingBuilder builder) {
    Finding finding = builder.build();
    findings.add(finding);
    subject(finding.subject(), Verdict.LEAK);
  }

  private void subject(String name, Verdict verdict) {
    Change none = new Change(1, 1);
    subjects.add(new SubjectResult(name, verdict, null, 3, 60, none, none, 5));
  }

  private static Suppression suppression(String type, LocalDate until) {
    return new Suppression(null, type, null, null, "SHOP-12", "jane", until);
  }

  private LeakReport report() {
    LeakReport.Environment jvm = new LeakReport.Environment("17", "HotSpot", "G1", "now", 7);
    return new LeakReport(Verdict.LEAK, jvm, subjects, findings, List.of(), List.of());
  }

  private LeakReport judged() {
    return acceptance().judge(report());
  }

  private void accept() {
    baseline = acceptance().updated(report());
  }

  private Acceptance acceptance() {
    return new Acceptance(baseline, suppressions, TEAM, TODAY, tests::contains);
  }

  private static List<String> statuses(LeakReport report) {
    return report.findings().stream().map(f -> f.type() + " " + f.status()).toList();
  }

  @Test
  void nothing_accepted_leaves_a_leak_a_leak() {
    leak(finding("adds", "Session"));
    assertThat(judged()).isEqualTo(report());
  }

  @Test
  void what_was_there_before_does_not_count() {
    leak(finding("adds", "Session"));
    accept();
    LeakReport judged = judged();
    assertThat(statuses(judged)).containsExactly("Session BASELINE");
    assertThat(judged.verdict()).isEqualTo(Verdict.PASS);
    assertThat(judged.subjects()).extracting(SubjectResult::verdict).containsExactly(Verdict.PASS);
    assertThat(judged.notes()).isEmpty();
  }

  @Test
  void a_new_leak_beside_old_ones_counts_alone() {
    leak(finding("adds", "Session"));
    accept();
    leak(finding("pays", "Receipt"));
    LeakReport judged = judged();
    assertThat(statuses(judged)).containsExactly("Session BASELINE", "Receipt NEW");
    assertThat(judged.verdict()).isEqualTo(Verdict.LEAK);
    assertThat(judged.subjects())
        .extracting(SubjectResult::verdict)
        .containsExactly(Verdict.PASS, Verdict.LEAK);
  }

  @Test
  void an_accepted_leak_that_grows_counts_again() {
    leak(finding("adds", "Session"));
    accept();
    findings.clear();
    leak(finding("adds", "Session").perLoop(2, 48));
    LeakReport judged = judged();
    assertThat(statuses(judged)).containsExactly("Session NEW");
    assertThat(judged.notes())
        .containsExactly(
            "The baseline accepts less: HEAP Session in com.acme.CartTest#adds has grown.");
  }

  @Test
  void the_same_leak_in_another_test_is_no_new_one() {
    leak(finding("adds", "Session"));
    accept();
    leak(finding("removes", "Session"));
    assertThat(statuses(judged())).containsExactly("Session BASELINE", "Session BASELINE");
  }

  @Test
  void the_holder_tells_a_leak_whose_most_telling_type_has_changed() {
    Finding.Holding cart = new Finding.Holding("static Cart.ALL", List.of(), 1L, 1L);
    leak(finding("adds", "Session").holding(cart));
    accept();
    findings.clear();
    leak(finding("adds", "Session$Item").holding(cart));
    assertThat(statuses(judged())).containsExactly("Session$Item BASELINE");
  }

  @Test
  void a_leak_is_the_same_when_its_holder_is_not_known_any_more_or_known_at_last() {
    Finding.Holding cart = new Finding.Holding("static Cart.ALL", List.of(), 1L, 1L);
    FindingBuilder held = finding("adds", "Session").fingerprint("held").holding(cart);
    leak(held);
    accept();
    findings.clear();
    leak(finding("adds", "Session"));
    assertThat(statuses(judged())).containsExactly("Session BASELINE");
    assertThat(judged().notes()).isEmpty();
    accept();
    findings.clear();
    leak(held);
    assertThat(statuses(judged())).containsExactly("Session BASELINE");
  }

  @Test
  void an_unknown_holder_makes_no_leak_of_another_test_or_type_the_same() {
    leak(finding("adds", "Session"));
    accept();
    findings.clear();
    leak(finding("removes", "Session").fingerprint("other"));
    leak(finding("adds", "Receipt"));
    assertThat(statuses(judged())).containsExactly("Session NEW", "Receipt NEW");
  }

  @Test
  void what_the_jdk_keeps_for_all_is_told_apart_by_its_type() {
    Finding.Holding beans =
        new Finding.Holding("com.sun.jmx.mbeanserver.Repository.domainTb", List.of(), 1L, 1L);
    leak(finding("adds", "com.acme.PoolBean").holding(beans));
    accept();
    findings.clear();
    leak(finding("pays", "com.acme.PoolBean").holding(beans));
    leak(finding("pays", "com.acme.CacheBean").holding(beans));
    assertThat(statuses(judged()))
        .containsExactly("com.acme.PoolBean BASELINE", "com.acme.CacheBean NEW");
  }

  @Test
  void two_pools_that_nobody_holds_are_two_leaks_though_their_threads_have_one_name() {
    String threads = "java.lang.Thread pool-%d-thread-%d";
    Finding.Holding own = new Finding.Holding("thread pool-%d-thread-%d", List.of(), 1L, 1L);
    leak(pool("adds", threads, own));
    accept();
    leak(pool("pays", threads, own));
    assertThat(statuses(judged())).containsExactly(threads + " BASELINE", threads + " NEW");
  }

  private static FindingBuilder pool(String test, String threads, Finding.Holding holding) {
    return new FindingBuilder(Kind.THREAD, "com.acme.CartTest#" + test, threads)
        .perLoop(1, 24)
        .fingerprint(test)
        .holding(holding);
  }

  @Test
  void what_has_vanished_is_told_and_goes_with_the_next_update() {
    leak(finding("adds", "Session"));
    leak(finding("pays", "Receipt"));
    accept();
    findings.remove(0);
    subjects.set(0, subjects.get(0).withVerdict(Verdict.PASS));
    assertThat(judged().notes())
        .containsExactly(
            "In the baseline and not seen any more: HEAP Session in com.acme.CartTest#adds;"
                + " leak.updateBaseline takes it out.");
    accept();
    assertThat(baseline.entries()).extracting(Baseline.Entry::type).containsExactly("Receipt");
    assertThat(judged().notes()).isEmpty();
  }

  @Test
  void a_class_that_passes_has_shown_its_tests_clean() {
    leak(finding("adds", "Session"));
    accept();
    findings.clear();
    subjects.clear();
    subject("com.acme.CartTest", Verdict.PASS);
    assertThat(baseline.vanished(report(), tests::contains)).hasSize(1);
  }

  @Test
  void what_was_not_measured_stays_accepted() {
    leak(finding("adds", "Session"));
    accept();
    findings.clear();
    subjects.clear();
    subject("com.acme.CartTest#pays", Verdict.PASS);
    subject("com.acme.CartTest#adds", Verdict.INCONCLUSIVE);
    assertThat(judged().notes()).isEmpty();
    accept();
    assertThat(baseline.entries()).hasSize(1);
  }

  @Test
  void what_a_test_showed_that_is_not_there_any_more_has_vanished() {
    leak(finding("adds", "Session"));
    accept();
    findings.clear();
    subjects.clear();
    tests.clear();
    assertThat(judged().notes())
        .containsExactly(
            "In the baseline and not seen any more: HEAP Session in com.acme.CartTest#adds;"
                + " leak.updateBaseline takes it out.");
    accept();
    assertThat(baseline.entries()).isEmpty();
  }

  @Test
  void a_subject_that_is_no_class_is_not_looked_for_among_the_classes() {
    leak(new FindingBuilder(Kind.HEAP, "suite", "Session").perLoop(1, 24).fingerprint("f1"));
    leak(new FindingBuilder(Kind.HEAP, "a/b.feature#c", "Cart").perLoop(1, 24).fingerprint("f2"));
    accept();
    findings.clear();
    subjects.clear();
    assertThat(judged().notes()).isEmpty();
    accept();
    assertThat(baseline.entries()).hasSize(2);
  }

  @Test
  void a_reason_that_people_wrote_survives_an_update() {
    baseline =
        new Baseline(
            List.of(
                new Baseline.Entry(
                    "fSession", Kind.HEAP, "x", "Session", null, 1, 24, "SHOP-7, see there")));
    leak(finding("adds", "Session").perLoop(3, 72));
    accept();
    assertThat(baseline.entries())
        .extracting(Baseline.Entry::reason, Baseline.Entry::countPerLoop)
        .containsExactly(tuple("SHOP-7, see there", 3.0));
  }

  @Test
  void a_suppression_holds_until_its_last_day() {
    leak(finding("adds", "com.acme.Session"));
    suppressions.add(suppression("com.acme.*", TODAY));
    LeakReport judged = judged();
    assertThat(statuses(judged)).containsExactly("com.acme.Session SUPPRESSED");
    assertThat(judged.verdict()).isEqualTo(Verdict.PASS);
    assertThat(judged.notes())
        .containsExactly(
            "Suppressed: type com.acme.* (jane: SHOP-12, until 2026-11-25) covers 1 leak.");
  }

  @Test
  void an_expired_suppression_is_told_and_its_leaks_count() {
    leak(finding("adds", "com.acme.Session"));
    suppressions.add(suppression("com.acme.*", TODAY.minusDays(1)));
    LeakReport judged = judged();
    assertThat(statuses(judged)).containsExactly("com.acme.Session NEW");
    assertThat(judged.notes())
        .containsExactly(
            "Expired suppression: type com.acme.* (jane: SHOP-12, until 2026-11-24) covers 1 leak no"
                + " longer.");
  }

  @Test
  void an_unused_suppression_is_told() {
    suppressions.add(suppression("com.acme.Session", null));
    subject("com.acme.CartTest", Verdict.PASS);
    assertThat(judged().notes())
        .containsExactly(
            "Unused suppression: type com.acme.Session (jane: SHOP-12) covers nothing.");
  }

  @Test
  void what_is_suppressed_does_not_go_into_the_baseline() {
    leak(finding("adds", "com.acme.Session"));
    suppressions.add(suppression("com.acme.Session", null));
    accept();
    assertThat(baseline.entries()).isEmpty();
  }

  @Test
  void leaks_of_the_test_framework_are_shown_and_do_not_count() {
    leak(finding("adds", "org.mockito.Mock").owner(Owner.TEST_INFRASTRUCTURE));
    LeakReport judged = judged();
    assertThat(judged.verdict()).isEqualTo(Verdict.PASS);
    assertThat(judged.notes())
        .containsExactly(
            "Not counted, as its owner is TEST_INFRASTRUCTURE: HEAP org.mockito.Mock in"
                + " com.acme.CartTest#adds.");
  }

  @Test
  void a_problem_beside_accepted_leaks_leaves_the_run_inconclusive() {
    leak(finding("adds", "Session"));
    accept();
    subject("com.acme.PayTest", Verdict.INCONCLUSIVE);
    assertThat(judged().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }
}
