package io.github.memoryleak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.explain.HeapDumps;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A proven leak is explained by heap dumps, or says why it is not. */
class ExplanationTest {
  private static final List<Object> KEPT = new ArrayList<>();
  private static List<Ticket> latest = List.of();

  @TempDir Path directory;

  /** What leaks. */
  private static final class Ticket {
    private final byte[] print = new byte[100];

    int length() {
      return print.length;
    }
  }

  private static int draw() {
    Ticket ticket = new Ticket();
    KEPT.add(ticket);
    return ticket.length();
  }

  /** The batch stays until the next one comes, and does not leak. */
  private static int drawBesideBatch() {
    latest = Stream.generate(Ticket::new).limit(50).toList();
    return draw() + latest.size();
  }

  @AfterEach
  void forget() {
    KEPT.clear();
    latest = List.of();
  }

  @Test
  void a_leak_names_its_holder_and_what_it_retains() throws Exception {
    RepeatedCheck check = check(HeapDumps.TEMPORARY);
    assertThat(check.notes()).isEmpty();
    assertThat(check.findings()).hasSize(1);
    Finding finding = check.findings().get(0);
    String ticket = ExplanationTest.class.getName() + "$Ticket";
    String holder = "static " + ExplanationTest.class.getName() + ".KEPT";
    assertThat(finding.type()).isEqualTo(ticket);
    assertThat(finding.holder()).isEqualTo(holder);
    assertThat(finding.path()).containsExactly(holder, "java.util.ArrayList", ticket);
    assertThat(finding.retainedBytesPerLoop()).isEqualTo(16 + 120);
    assertThat(finding.retainedBytes()).isGreaterThan(100 * (16 + 120));
  }

  @Test
  void what_only_the_latest_loop_keeps_has_no_part_in_the_site() throws Exception {
    RepeatedCheck check =
        MemoryLeakDetector.repeating("draw", ExplanationTest::drawBesideBatch)
            .heapDumps(HeapDumps.TEMPORARY)
            .run();
    assertThat(check.findings()).hasSize(1);
    assertThat(check.findings().get(0).countPerLoop()).isEqualTo(1);
    assertThat(check.findings().get(0).site().get(0))
        .startsWith(ExplanationTest.class.getName() + ".draw(");
  }

  @Test
  void the_last_dump_is_kept_for_its_owner_as_gzip() throws Exception {
    Path profiles = directory.resolve("profiles");
    check(new HeapDumps(HeapDumps.Keep.ON_LEAK, profiles, 1000, Long.MAX_VALUE));
    assertKept(profiles);
  }

  @Test
  void a_dump_is_kept_without_a_leak_when_that_is_wanted() throws Exception {
    Path profiles = directory.resolve("profiles");
    new HeapDumps(HeapDumps.Keep.ON_LEAK, profiles, 1, Long.MAX_VALUE).keepWithoutLeak();
    assertThat(profiles).doesNotExist();
    new HeapDumps(HeapDumps.Keep.ALWAYS, profiles, 1, Long.MAX_VALUE).keepWithoutLeak();
    assertKept(profiles);
  }

  @Test
  void a_heap_that_is_too_large_is_not_dumped() throws Exception {
    RepeatedCheck check = check(new HeapDumps(HeapDumps.Keep.ON_LEAK, directory, 1000, 1_000_000));
    assertThat(check.verdict()).isEqualTo(Verdict.LEAK);
    assertThat(check.findings().get(0).holder()).isNull();
    long live = check.subject().heapBytes().last();
    assertThat(check.notes())
        .containsExactly(
            "Who holds what leaks in draw is not known: its live heap of "
                + live
                + " bytes is above the 1000000 of leak.maxDumpBytes.");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void after_so_many_leaks_no_more_dumps_are_taken() throws Exception {
    RepeatedCheck check =
        check(new HeapDumps(HeapDumps.Keep.ON_LEAK, directory, 0, Long.MAX_VALUE));
    assertThat(check.notes())
        .containsExactly(
            "Who holds what leaks in draw is not known: 0 leaks have been explained"
                + " (leak.maxDumps).");
    assertThat(directory).isEmptyDirectory();
  }

  private static RepeatedCheck check(HeapDumps dumps) throws Exception {
    return MemoryLeakDetector.repeating("draw", ExplanationTest::draw).heapDumps(dumps).run();
  }

  private static void assertKept(Path profiles) throws IOException {
    try (Stream<Path> files = Files.list(profiles)) {
      List<Path> kept = files.toList();
      assertThat(kept).hasSize(1);
      assertThat(kept.get(0).getFileName().toString()).matches("heap_\\d{8}_\\d{6}\\.hprof\\.gz");
      assertThat(Files.getPosixFilePermissions(kept.get(0)))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      try (InputStream in = new GZIPInputStream(Files.newInputStream(kept.get(0)))) {
        assertThat(in.readNBytes(12)).asString().isEqualTo("JAVA PROFILE");
      }
    }
  }
}
