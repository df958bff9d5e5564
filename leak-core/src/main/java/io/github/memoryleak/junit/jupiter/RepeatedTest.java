package io.github.memoryleak.junit.jupiter;

import io.github.memoryleak.LeakThresholds;
import io.github.memoryleak.MemoryLeakDetector;
import io.github.memoryleak.RepeatedCheck;
import io.github.memoryleak.ResourceLimits;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.Suppression;
import io.github.memoryleak.finding.Verdict;
import io.github.memoryleak.junit.Measuring;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A test that is measured by being repeated.
 *
 * @param id JUnit's id of the test, with all its invocations
 * @param name class and method
 * @param limits how to measure, and what is tolerated
 * @param allowed the leaks that are accepted
 */
record RepeatedTest(String id, String name, LeakFree limits, List<AllowLeak> allowed) {
  private static final String INVOCATION = "/[test-template-invocation:";

  RepeatedTest {
    allowed = List.copyOf(allowed);
  }

  /** {@return the id of a test; of an invocation that of the test which has it} */
  static String idOf(ExtensionContext context) {
    String id = context.getUniqueId();
    int invocation = id.lastIndexOf(INVOCATION);
    return invocation < 0 ? id : id.substring(0, invocation);
  }

  /** {@return what is wrong with the test; nothing when it leaks no more than it may} */
  Optional<String> check() {
    List<Suppression> accepted = accepted();
    List<RepeatedCheck> checks = new ArrayList<>();
    try {
      Measuring.during(() -> checks.add(measure()));
    } catch (TestFailed e) {
      return unclear("it passes once and fails when it is repeated: " + e.reason());
    } catch (NoClassDefFoundError e) {
      return unclear(
          e + "; add org.junit.platform:junit-platform-launcher to the class path of the tests");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unclear("the measurement was interrupted");
    } catch (Exception e) {
      return unclear("it cannot be measured: " + e);
    }
    RepeatedCheck check = checks.get(0);
    boolean isAccepted =
        check.verdict() == Verdict.LEAK
            && check.findings().stream().allMatch(f -> isCovered(f, accepted));
    return check.verdict() == Verdict.PASS || isAccepted
        ? Optional.empty()
        : Optional.of(check.explanation());
  }

  private Optional<String> unclear(String reason) {
    return Optional.of("INCONCLUSIVE " + name + ": " + reason);
  }

  private RepeatedCheck measure() throws Exception {
    LauncherRun run = new LauncherRun(id);
    return MemoryLeakDetector.repeating(name, run::once)
        .warmup(limits.warmup())
        .rounds(limits.rounds())
        .settle(Duration.ofMillis(limits.settleMillis()))
        .thresholds(thresholds())
        .run();
  }

  private LeakThresholds thresholds() {
    LeakThresholds normal = LeakThresholds.normal();
    return new LeakThresholds(
        normal.heapGrowth(),
        normal.heapGrowthBytes(),
        normal.threadGrowth(),
        limits.heapBytesPerLoop(),
        limits.threadsPerLoop(),
        new ResourceLimits(
            limits.classLoadersPerLoop(),
            limits.classesPerLoop(),
            limits.fileDescriptorsPerLoop(),
            limits.directBufferBytesPerLoop(),
            limits.nativeBytesPerLoop()));
  }

  private static boolean isCovered(Finding finding, List<Suppression> accepted) {
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    return accepted.stream().anyMatch(s -> !s.isExpired(today) && s.covers(finding));
  }

  private List<Suppression> accepted() {
    List<Suppression> rules = new ArrayList<>();
    for (AllowLeak leak : allowed) {
      try {
        rules.add(
            new Suppression(
                leak.kind(), leak.type(), null, null, leak.reason(), name, until(leak.until())));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("@AllowLeak of " + name + " " + e.getMessage(), e);
      }
    }
    return rules;
  }

  private static @Nullable LocalDate until(String text) {
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "has until = '" + text + "', which is no date such as 2027-01-31", e);
    }
  }
}
