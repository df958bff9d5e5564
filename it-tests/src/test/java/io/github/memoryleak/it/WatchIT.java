package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code leak:watch}: a server with a leak, the same without, and one that ends. */
class WatchIT {
  private static final String PLUGIN =
      "io.github.memoryleak:memory-leak-maven-plugin:" + Settings.leakVersion() + ":";

  @TempDir private Path folder;

  /** Serves until its standard input ends. */
  private Process startServer(String kind) throws IOException {
    Path source = folder.resolve("Server.java");
    Files.writeString(
        source,
        """
        import java.util.*;
        import java.util.concurrent.locks.LockSupport;

        class Server {
          record Basket(int customer) {}

          static final Map<Integer, Basket> BASKETS = new HashMap<>();

          public static void main(String[] args) throws Exception {
            System.out.write('!');
            System.out.flush();
            for (int i = 0; System.in.available() == 0; i++) {
              BASKETS.put(i, new Basket(i));
              if (!args[0].equals("leaky")) {
                BASKETS.remove(i - 100);
              }
              new byte[20_000].hashCode();
              LockSupport.parkNanos(200_000);
            }
          }
        }
        """);
    Process server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                source.toString(),
                kind)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(server.getInputStream().read()).isEqualTo('!');
    return server;
  }

  private MavenResult watch(Process server, String... more) throws IOException {
    Path project = Files.createDirectories(folder.resolve("project"));
    List<String> all =
        Stream.concat(
                Stream.of(
                    PLUGIN + "watch",
                    "-Dleak.pid=" + server.pid(),
                    "-Dleak.interval=500ms",
                    "-Dleak.duration=30s"),
                Stream.of(more))
            .toList();
    return MavenRun.in(project).run(all.toArray(String[]::new));
  }

  @Test
  @Tag("long")
  void a_server_that_leaks_fails_the_build_and_its_samples_can_be_read_again() throws IOException {
    Process server = startServer("leaky");
    try {
      MavenResult build = watch(server, "-Dleak.collect");
      assertThat(build.exit()).as(build.output()).isEqualTo(1);
      assertThat(build.failure())
          .contains("LEAK: process " + server.pid())
          .contains("grows: heap after collections +");
      assertThat(build.lines()).anyMatch(line -> line.endsWith(" Server$Basket"));
      Path samples = samples();
      assertThat(Files.readAllLines(samples)).hasSize(1 + 61);
      MavenResult again =
          MavenRun.in(folder.resolve("project")).run(PLUGIN + "analyze", "-Dleak.top=50");
      assertThat(again.exit()).as(again.output()).isZero();
      assertThat(again.lines())
          .anyMatch(line -> line.startsWith("[INFO] LEAK process " + server.pid()))
          .anyMatch(line -> line.endsWith(" Server$Basket"));
    } finally {
      server.destroy();
    }
  }

  @Test
  @Tag("long")
  void a_server_that_lets_go_passes() throws IOException {
    Process server = startServer("sound");
    try {
      MavenResult build = watch(server, "-Dleak.collect");
      assertThat(build.exit()).as(build.output()).isZero();
      assertThat(build.lines())
          .anyMatch(line -> line.startsWith("[INFO] PASS process " + server.pid()));
    } finally {
      server.destroy();
    }
  }

  @Test
  void a_server_that_ends_early_has_no_verdict_and_what_was_seen_is_kept() throws Exception {
    Process server = startServer("sound");
    Thread end =
        new Thread(
            () -> {
              while (!hasSamples()) {
                Thread.onSpinWait();
              }
              server.destroy();
            });
    end.start();
    MavenResult build = watch(server, "-Dleak.interval=4s");
    end.join();
    assertThat(build.exit()).isEqualTo(1);
    assertThat(build.lines())
        .contains("[WARNING] Process " + server.pid() + " ended while it was watched.");
    assertThat(build.failure())
        .contains("INCONCLUSIVE: There are only ")
        .contains("samples, and an answer needs 20");
  }

  private boolean hasSamples() {
    try {
      return Files.isDirectory(folder.resolve("project/target/profiles"))
          && Files.readAllLines(samples()).size() > 1;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Path samples() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("project/target/profiles"))) {
      return files
          .filter(file -> file.toString().endsWith(".jsonl"))
          .findFirst()
          .orElse(Path.of("/dev/null"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Dleak.interval=1h", "-Dleak.interval=0s", "-Dleak.duration=soon"})
  void a_wrong_time_is_told_at_once(String time) throws IOException {
    Process server = startServer("sound");
    try {
      MavenResult build = watch(server, time);
      assertThat(build.exit()).isEqualTo(1);
      assertThat(build.failure()).contains(time.replaceAll("-D(.*)=.*", "$1"));
    } finally {
      server.destroy();
    }
  }

  @Test
  void without_a_process_it_says_how_to_name_one() throws IOException {
    Path project = Files.createDirectories(folder.resolve("project"));
    assertThat(MavenRun.in(project).run(PLUGIN + "watch").failure())
        .contains(
            "There is no JVM to watch: name one with leak.pid, such as -Dleak.pid=4711; jps lists"
                + " the running JVMs.");
  }
}
