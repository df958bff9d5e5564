package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What leaks outside the heap, or as classes, is named like a leak of the heap. */
class ResourceLeaksIT {
  @Test
  void a_class_loader_that_is_never_let_go() {
    MavenResult build = MavenRun.of("class-loader-never-let-go").run("leak:test");
    assertThat(build.findings())
        .containsExactly(
            "CLASS_LOADER com.acme.PluginsTest#runs_a_plugin java.net.URLClassLoader 1.0");
    assertThat(build.lines())
        .contains(
            "[ERROR]    held by   static com.acme.Plugins.LOADED",
            "[ERROR]    created   at com.acme.Plugins.run(Plugins.java:16)");
  }

  @Test
  void a_class_that_is_defined_each_time() {
    MavenResult build = MavenRun.of("classes-defined-each-time").run("leak:test");
    assertThat(build.findings())
        .containsExactly(
            "METASPACE com.acme.RulesTest#compiles_a_rule com.acme.Rules$Template 1.0");
    assertThat(build.lines())
        .contains(
            "[ERROR]    held by   static com.acme.Rules.COMPILED",
            "[ERROR]    created   at com.acme.Rules.compile(Rules.java:18)",
            "[ERROR]    cause     A class stays as long as its loader does; a hidden class, as long"
                + " as something refers to it.");
  }

  @Test
  void files_that_are_never_closed() {
    MavenResult build = MavenRun.of("files-never-closed").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [ERROR] LEAK InboxTest#reads_a_file: Heap: <heap>, Threads: same
            [ERROR] LEAK InboxTest#tells_that_there_are_files: Heap: <heap>, Threads: same
            [ERROR]
            [ERROR] 1. ./src/inbox/orders.txt: +1 file descriptor per loop
            [ERROR]    seen in   com.acme.InboxTest#reads_a_file
            [ERROR]    created   at com.acme.Inbox.firstByte(Inbox.java:23)
            [ERROR]              at com.acme.InboxTest.reads_a_file(InboxTest.java:20)
            [ERROR]    closed    never; only the garbage collector would close it
            [ERROR]
            [ERROR] 2. ./src/inbox: +2 file descriptors per loop
            [ERROR]    seen in   com.acme.InboxTest#tells_that_there_are_files
            [ERROR]    created   at com.acme.Inbox.isEmpty(Inbox.java:18)
            [ERROR]              at com.acme.InboxTest.tells_that_there_are_files(InboxTest.java:15)
            [INFO]
            [INFO] 2 leaks in 2 of 2 subjects (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.failure())
        .isEqualTo(
            """
            [ERROR] Failed to execute goal io.github.memoryleak:memory-leak-maven-plugin:<version>:test (default-cli) on project files-never-closed: LEAK: 2 leaks in 2 of 2 subjects
            [ERROR]   FILE_DESCRIPTOR ./src/inbox/orders.txt in com.acme.InboxTest#reads_a_file: +1 file descriptor per loop
            [ERROR]   FILE_DESCRIPTOR ./src/inbox in com.acme.InboxTest#tells_that_there_are_files: +2 file descriptors per loop
            [ERROR] To report leaks without failing the build: -Dleak.failOnLeak=false
            [ERROR] Reports: target/leak-reports/leak-report.html, target/leak-reports/leak-report.json, target/leak-reports/leak-report.sarif, target/leak-reports/TEST-*.xml
            [ERROR] -> [Help 1]""");
    assertThat(build.findings())
        .containsExactly(
            "FILE_DESCRIPTOR com.acme.InboxTest#reads_a_file ./src/inbox/orders.txt 1.0",
            "FILE_DESCRIPTOR com.acme.InboxTest#tells_that_there_are_files ./src/inbox 2.0");
  }

  @Test
  void direct_buffers_that_are_kept() {
    MavenResult build = MavenRun.of("direct-buffers-kept").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [ERROR] LEAK FramesTest#sends_a_byte: Heap: <heap>, Threads: same
            [ERROR]
            [ERROR] 1. java.nio.DirectByteBuffer: +1 buffer, <bytes> per loop
            [ERROR]    seen in   com.acme.FramesTest#sends_a_byte
            [ERROR]    held by   static com.acme.Frames.SENT
            [ERROR]              → java.util.ArrayList
            [ERROR]              → java.nio.DirectByteBuffer
            [ERROR]    retained  <bytes> per loop, <bytes> kept alive in all
            [ERROR]    created   at com.acme.Frames.send(Frames.java:15)
            [ERROR]              at com.acme.FramesTest.sends_a_byte(FramesTest.java:10)
            [INFO]
            [INFO] 1 leak in 1 of 1 subject (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.findings())
        .containsExactly(
            "DIRECT_BUFFER com.acme.FramesTest#sends_a_byte java.nio.DirectByteBuffer 1.0");
  }

  @Test
  void an_inflater_that_is_never_ended() {
    MavenResult build = MavenRun.of("inflater-never-ended").run("leak:test");
    assertThat(build.console())
        .isEqualTo(
            """
            [ERROR] LEAK PackerTest#packs_and_unpacks: Heap: <heap>, Threads: same
            [ERROR]
            [ERROR] 1. java.util.zip.Inflater: +1 allocation per loop
            [ERROR]    seen in   com.acme.PackerTest#packs_and_unpacks
            [ERROR]    created   at com.acme.Packer.unpack(Packer.java:22)
            [ERROR]              at com.acme.PackerTest.packs_and_unpacks(PackerTest.java:12)
            [ERROR]    closed    never; only the garbage collector would free it
            [ERROR]    cause     Its memory outside the heap is freed by a cleaner, some time after a collection.
            [ERROR]    remedy    Call end() in a finally block, or close the stream that made it.
            [ERROR]    see       https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/zip/Inflater.html#end()
            [INFO]
            [INFO] 1 leak in 1 of 1 subject (<time and JVM>)
            [INFO] Reports: target/leak-reports/leak-report.html
            [INFO]          target/leak-reports/leak-report.json
            [INFO]          target/leak-reports/leak-report.sarif
            [INFO]          target/leak-reports/TEST-*.xml""");
    assertThat(build.findings())
        .containsExactly("NATIVE com.acme.PackerTest#packs_and_unpacks java.util.zip.Inflater 1.0");
  }

  @Test
  void native_memory_that_is_never_freed() {
    MavenResult build = MavenRun.of("native-memory-never-freed").run("leak:test");
    assertThat(build.subjects())
        .containsExactly(
            "LEAK com.acme.TablesTest#adds_up", "PASS com.acme.TablesTest#does_not_add_up");
    assertThat(build.findings())
        .containsExactly("NATIVE com.acme.TablesTest#adds_up native memory (Unsafe) 1.0");
    assertThat(build.lines())
        .contains(
            "[ERROR]    created   at com.acme.Memory.allocate(Memory.java:13)",
            "[ERROR]              at com.acme.Tables.adds(Tables.java:10)");
    assertThat(build.exit()).isEqualTo(1);
  }
}
