package io.github.memoryleak.maven.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.memoryleak.maven.settings.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachedJvmTest {
  @TempDir private Path directory;

  /** A JVM that waits for the end of its standard input. */
  private Process startJvm() throws IOException {
    Path source = directory.resolve("Waiting.java");
    Files.writeString(
        source,
        """
        class Waiting {
          public static void main(String[] args) throws Exception {
            System.out.write('!');
            System.out.flush();
            System.in.read();
          }
        }
        """);
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                source.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(jvm.getInputStream().read()).isEqualTo('!');
    return jvm;
  }

  @Test
  void a_running_jvm_dumps_its_heap_for_its_owner_only() throws Exception {
    Path dump = directory.resolve("a dump.hprof");
    Process jvm = startJvm();
    try {
      AttachedJvm.of(Long.toString(jvm.pid())).dump(dump);
    } finally {
      jvm.destroy();
    }
    assertThat(ProfileKind.of(dump)).isEqualTo(ProfileKind.HEAP_DUMP);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dump)))
        .isEqualTo("rw-------");
  }

  @Test
  void a_jvm_that_has_ended_in_the_meantime() throws Exception {
    Path dump = directory.resolve("a.hprof");
    Process jvm = startJvm();
    AttachedJvm attached = AttachedJvm.of(Long.toString(jvm.pid()));
    jvm.destroyForcibly().waitFor();
    assertThatThrownBy(() -> attached.dump(dump))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Process "
                + jvm.pid()
                + " ended before its heap was dumped: start it with"
                + " -XX:+HeapDumpOnOutOfMemoryError to get a dump when it runs out of memory.");
    assertThat(dump).doesNotExist();
  }

  @Test
  void a_folder_that_is_not_there_is_told_by_the_jvm() throws Exception {
    Process jvm = startJvm();
    try {
      AttachedJvm attached = AttachedJvm.of(Long.toString(jvm.pid()));
      assertThatThrownBy(() -> attached.dump(directory.resolve("none/a.hprof")))
          .hasMessageStartingWith("Process " + jvm.pid() + " did not dump its heap: ")
          .hasMessageContaining("No such file or directory");
    } finally {
      jvm.destroy();
    }
  }

  @Test
  void no_such_process() {
    assertThatThrownBy(() -> AttachedJvm.of(" 999999999 "))
        .isInstanceOf(UserError.class)
        .hasMessage("There is no process 999999999: jps lists the running JVMs.");
  }

  @Test
  void no_process_id() {
    assertThatThrownBy(() -> AttachedJvm.of("shop"))
        .hasMessage("leak.pid must be a process id such as 4711, but is 'shop'.");
  }

  @Test
  void a_process_that_is_no_jvm() throws IOException {
    Process cat = new ProcessBuilder("cat").start();
    try {
      String command = cat.info().command().map(c -> " (" + c + ")").orElse("");
      assertThatThrownBy(() -> AttachedJvm.of(Long.toString(cat.pid())))
          .hasMessage(
              "Process " + cat.pid() + command + " is no HotSpot JVM: jps lists the running ones.");
    } finally {
      cat.destroy();
    }
  }

  @Test
  void a_process_of_another_user() {
    assertThatThrownBy(() -> AttachedJvm.checkUser(4711, Optional.of("tomcat"), "anna"))
        .hasMessage("Process 4711 belongs to tomcat and not to anna: run Maven as tomcat.");
    assertThatCode(() -> AttachedJvm.checkUser(4711, Optional.of("tomcat"), "root"))
        .doesNotThrowAnyException();
  }
}
