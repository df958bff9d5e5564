package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What grows for a while and then stops is no leak. */
class CleanProjectsIT {
  @Test
  void a_bounded_cache_that_fills_in_40_loops() {
    MavenResult build = MavenRun.of("bounded-cache-fills-in-40-loops").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS RecentSearchesTest: Heap: <heap>, Threads: same
            [INFO]
            [INFO] No leaks in 1 subject (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.subjects()).containsExactly("PASS com.acme.RecentSearchesTest");
    assertThat(build.findings()).isEmpty();
    assertThat(build.verdict()).isEqualTo("PASS");
    assertThat(build.exit()).isZero();
  }

  @Test
  void bounded_caches_that_are_larger_than_the_evidence() {
    MavenResult build = MavenRun.of("bounded-caches-larger-than-the-evidence").run("leak:test");
    assertThat(build.console().replaceAll("\\d+ are in it", "<number> are in it"))
        .isEqualTo(
            """
            [INFO] PASS SamplesTest: Heap: <heap>, Threads: same
            [INFO] PASS SearchesTest: Heap: <heap>, Threads: same
            [WARNING]
            [WARNING] Note: long[] grows in com.acme.SamplesTest#adds and is no leak: it stopped when length of long[][] was reached, which is 1500.
            [WARNING] Note: java.lang.StringBuilder grows in com.acme.SearchesTest#remembers and is no leak: com.acme.Searches$1 drops its eldest entry by removeEldestEntry, and <number> are in it.
            [INFO]
            [INFO] No leaks in 2 subjects (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.subjects())
        .containsExactly("PASS com.acme.SamplesTest", "PASS com.acme.SearchesTest");
    assertThat(build.findings()).isEmpty();
    assertThat(build.verdict()).isEqualTo("PASS");
    assertThat(build.exit()).isZero();
  }

  @Test
  void singletons_that_are_made_on_demand() {
    MavenResult build = MavenRun.of("lazy-singletons").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS ServicesTest: Heap: <heap>, Threads: same
            [INFO]
            [INFO] No leaks in 1 subject (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.subjects()).containsExactly("PASS com.acme.ServicesTest");
    assertThat(build.findings()).isEmpty();
    assertThat(build.verdict()).isEqualTo("PASS");
    assertThat(build.exit()).isZero();
  }

  @Test
  void a_pool_that_ramps_up_to_eight_threads() {
    MavenResult build = MavenRun.of("pool-ramp-up").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS WorkersTest: Heap: <heap>, Threads: more
            [INFO]
            [INFO] No leaks in 1 subject (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.subjects()).containsExactly("PASS com.acme.WorkersTest");
    assertThat(build.findings()).isEmpty();
    assertThat(build.verdict()).isEqualTo("PASS");
    assertThat(build.exit()).isZero();
  }

  @Test
  void what_the_jdk_builds_on_demand() {
    MavenResult build = MavenRun.of("regex-and-lambda-warm-up").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS WarmUpTest: Heap: <heap>, Threads: same
            [INFO]
            [INFO] No leaks in 1 subject (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.subjects()).containsExactly("PASS com.acme.WarmUpTest");
    assertThat(build.findings()).isEmpty();
    assertThat(build.verdict()).isEqualTo("PASS");
    assertThat(build.exit()).isZero();
  }

  @Test
  void soft_and_weak_caches() {
    MavenResult build = MavenRun.of("soft-and-weak-caches").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS ThumbnailsTest: Heap: <heap>, Threads: same
            [INFO]
            [INFO] No leaks in 1 subject (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.subjects()).containsExactly("PASS com.acme.ThumbnailsTest");
    assertThat(build.findings()).isEmpty();
    assertThat(build.verdict()).isEqualTo("PASS");
    assertThat(build.exit()).isZero();
  }

  @Test
  void files_sockets_buffers_and_deflaters_that_are_closed() {
    MavenResult build = MavenRun.of("resources-closed").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS ResourcesTest: Heap: <heap>, Threads: same
            [INFO]
            [INFO] No leaks in 1 subject (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.exit()).isZero();
  }

  @Test
  void native_memory_that_is_freed() {
    MavenResult build = MavenRun.of("native-memory-freed").run("leak:test");
    assertThat(build.subjects()).containsExactly("PASS com.acme.TablesTest");
    assertThat(build.findings()).isEmpty();
    assertThat(build.exit()).isZero();
  }

  @Test
  void a_clean_suite() {
    MavenResult build = MavenRun.of("clean-suite").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [INFO] PASS CartTest: Heap: <heap>, Threads: same
            [INFO] PASS FilesTest: Heap: <heap>, Threads: same
            [INFO] PASS TasksTest: Heap: <heap>, Threads: same
            [INFO] PASS WordsTest: Heap: <heap>, Threads: same
            [INFO]
            [INFO] No leaks in 4 subjects (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.subjects())
        .containsExactly(
            "PASS com.acme.CartTest",
            "PASS com.acme.FilesTest",
            "PASS com.acme.TasksTest",
            "PASS com.acme.WordsTest");
    assertThat(build.findings()).isEmpty();
    assertThat(build.verdict()).isEqualTo("PASS");
    assertThat(build.exit()).isZero();
  }
}
