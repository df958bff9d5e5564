package io.github.memoryleak.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.memoryleak.LeakAssertions;
import io.github.memoryleak.LeakThresholds;
import io.github.memoryleak.MemoryLeakDetector;
import io.github.memoryleak.MemorySnapshot;
import io.github.memoryleak.RepeatedCheck;
import io.github.memoryleak.ResourceScope;
import io.github.memoryleak.ResourceTracker;
import io.github.memoryleak.ResourceTracker.Configuration;
import io.github.memoryleak.ResourceTrend;
import io.github.memoryleak.ResourceTrends;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.Verdict;
import io.github.memoryleak.junit.jupiter.AllowLeak;
import io.github.memoryleak.junit.jupiter.LeakFree;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The examples of {@code docs/api.md}, compiled and run: what stands between {@code // doc:} and
 * {@code // end} is in the page as it is here.
 */
class DocumentationExamplesTest {
  private final List<Object> sessions = new ArrayList<>();

  @Test
  void an_assertion() throws Exception {
    // doc: assertion
    LeakAssertions.assertNoLeak(() -> importTheCatalogue());
    // end
    assertThat(sessions).isEmpty();
  }

  // doc: annotation
  @Test
  @LeakFree
  void imports_the_catalogue() {
    importTheCatalogue();
  }

  @Test
  @LeakFree(settleMillis = 20_000)
  @AllowLeak(kind = Kind.THREAD, type = "*mail-%d", reason = "MAIL-7", until = "2099-12-31")
  void sends_a_mail() {
    sendAMail();
  }

  // end

  private static void sendAMail() {
    assertThat("mail").isNotEmpty();
  }

  @Test
  void a_scope() throws Exception {
    Path file = Files.createTempFile("orders", ".txt");
    // doc: scope
    try (ResourceScope scope = ResourceScope.withStacks("import")) {
      try (ResourceScope.Tracked<Reader> in = scope.track(Files.newBufferedReader(file))) {
        assertEquals(-1, in.get().read());
      }
      scope.assertAllClosed();
    }
    // end
    Files.delete(file);
  }

  @Test
  void one_comparison() {
    // doc: compare
    MemoryLeakDetector detector = new MemoryLeakDetector(0.20, 2);
    detector.setBaseline();
    importTheCatalogue();
    assertFalse(detector.checkLeak("import"), () -> detector.lastCheck().toString());
    // end
    assertThat(detector.lastCheck().heapLeaked()).isFalse();
  }

  @Test
  void settings_of_a_comparison() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrintStream log = new PrintStream(text, true, StandardCharsets.UTF_8);
    // doc: builder
    MemoryLeakDetector detector =
        MemoryLeakDetector.builder()
            .strict()
            .heapGrowthBytes(512 * 1024)
            .settle(Duration.ofSeconds(5))
            .printTo(log)
            .build();
    // end
    detector.setBaseline();
    assertFalse(detector.checkLeak("nothing"), () -> detector.lastCheck().toString());
    assertThat(text.toString(StandardCharsets.UTF_8)).startsWith("PASS nothing: Heap: ");
  }

  @Test
  void a_clean_operation_repeated() throws Exception {
    // doc: repeat
    RepeatedCheck check = MemoryLeakDetector.repeating("import", () -> importTheCatalogue()).run();
    assertEquals(Verdict.PASS, check.verdict(), check::toString);
    // end
    assertThat(check.findings()).isEmpty();
  }

  @Test
  void a_leaking_operation_repeated() throws Exception {
    // doc: leak
    RepeatedCheck check =
        MemoryLeakDetector.repeating("login", () -> sessions.add(new Object()))
            .warmup(10)
            .settle(Duration.ofSeconds(1))
            .run();
    System.out.println(check);
    // end
    assertThat(check.verdict()).isEqualTo(Verdict.LEAK);
    assertThat(check.findings()).hasSize(1);
    assertThat(check.findings().get(0).type()).isEqualTo("java.lang.Object");
    assertThat(check.findings().get(0).countPerLoop()).isEqualTo(1.0);
    sessions.clear();
  }

  @Test
  void tolerated_growth() throws Exception {
    // doc: tolerate
    LeakThresholds thresholds = new LeakThresholds(0.20, 1 << 20, 2, 64, 0);
    RepeatedCheck check =
        MemoryLeakDetector.repeating("login", () -> sessions.add(new Object()))
            .thresholds(thresholds)
            .run();
    // end
    assertThat(check.verdict()).isEqualTo(Verdict.PASS);
    sessions.clear();
  }

  @Test
  void misuse() {
    // doc: misuse
    assertThatThrownBy(() -> new MemoryLeakDetector(-0.1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("heapGrowth must be a number that is not negative, but is -0.1");
    assertThatThrownBy(() -> new MemoryLeakDetector(0.20, 2).checkLeak("import"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("There is no baseline to compare 'import' with: call setBaseline first");
    // end
  }

  @Test
  void snapshots() {
    // doc: snapshot
    MemorySnapshot exact = MemorySnapshot.take();
    MemorySnapshot cheap = MemorySnapshot.quick();
    System.out.println(exact.heapBytes() + " bytes in " + exact.liveObjects() + " objects");
    System.out.println(cheap.heapBytes() + " bytes, garbage included");
    // end
    assertThat(exact.liveObjects()).isPositive();
    assertThat(cheap.liveObjects()).isEqualTo(MemorySnapshot.NOT_COUNTED);
  }

  @Test
  void a_tracker() {
    // doc: tracker
    Configuration configuration =
        Configuration.defaults().withSampleInterval(Duration.ofSeconds(10)).withMaxSamples(360);
    try (ResourceTracker tracker = new ResourceTracker(configuration)) {
      tracker.recordRead(4096);
      tracker.recordWrite(512);
      System.out.println(tracker.stats());
      ResourceTrends trends = tracker.trends();
      System.out.println(trends.heapGrowthBytes() + " bytes over " + trends.timeRange());
    }
    // end
    ResourceTracker closed = new ResourceTracker(configuration);
    closed.recordRead(4096);
    closed.close();
    assertThat(closed.stats().bytesRead()).isEqualTo(4096);
    assertThat(closed.isEnabled()).isFalse();
  }

  @Test
  void tracked_resources_and_trends() throws Exception {
    Path file = Files.createTempFile("catalogue", ".csv");
    // doc: trends
    Configuration configuration = Configuration.defaults().withStacks(true);
    try (ResourceTracker tracker = new ResourceTracker(configuration);
        ResourceScope.Tracked<Reader> in = tracker.track(Files.newBufferedReader(file))) {
      System.out.println(in.get().read() + ", open: " + tracker.unclosed());
      ResourceTrend threads = tracker.trends().liveThreads();
      if (threads.isGrowing()) {
        System.out.println("at least " + threads.lowPerHour() + " threads more each hour");
      }
    }
    // end
    Files.delete(file);
  }

  @Test
  void exports() {
    // doc: exports
    try (ResourceTracker tracker = new ResourceTracker()) {
      System.out.println("in JConsole as " + tracker.registerMBean());
      System.out.print(tracker.prometheus());
      System.out.print(tracker.jsonLines());
    }
    // end
    assertThat(ResourceTracker.Configuration.defaults().stacks()).isFalse();
  }

  private static void importTheCatalogue() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      lines.add("article " + i);
    }
    assertThat(lines).hasSize(1_000);
  }
}
