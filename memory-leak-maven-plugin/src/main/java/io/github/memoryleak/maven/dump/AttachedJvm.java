package io.github.memoryleak.maven.dump;

import com.sun.tools.attach.VirtualMachine;
import io.github.memoryleak.maven.settings.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running JVM of the same user, which dumps its own heap when it is told to. */
public final class AttachedJvm {
  private final ProcessHandle process;

  private AttachedJvm(ProcessHandle process) {
    this.process = process;
  }

  /**
   * {@return the JVM}
   *
   * @param pid its process id, as the user wrote it
   * @throws UserError when it is no process, of another user, or no JVM
   */
  public static AttachedJvm of(String pid) {
    ProcessHandle process =
        ProcessHandle.of(number(pid))
            .orElseThrow(
                () ->
                    new UserError(
                        "There is no process " + pid.trim() + ": jps lists the running JVMs."));
    String user = ProcessHandle.current().info().user().orElse("");
    checkUser(process.pid(), process.info().user(), user);
    if (!isJvm(process)) {
      throw new UserError(
          "Process "
              + process.pid()
              + process.info().command().map(c -> " (" + c + ")").orElse("")
              + " is no HotSpot JVM: jps lists the running ones.");
    }
    return new AttachedJvm(process);
  }

  private static long number(String pid) {
    try {
      return Long.parseLong(pid.trim());
    } catch (NumberFormatException e) {
      throw new UserError("leak.pid must be a process id such as 4711, but is '" + pid + "'.");
    }
  }

  /** Only the user who runs a JVM, and root, may attach to it. */
  static void checkUser(long pid, Optional<String> owner, String user) {
    if (owner.isPresent() && !owner.get().equals(user) && !user.equals("root")) {
      throw new UserError(
          "Process "
              + pid
              + " belongs to "
              + owner.get()
              + " and not to "
              + user
              + ": run Maven as "
              + owner.get()
              + ".");
    }
  }

  /**
   * Asking a process that is no JVM would end it: the signal for it means "quit". So a JVM is told
   * by the library that it has loaded or, where that cannot be seen, by the list of all.
   */
  private static boolean isJvm(ProcessHandle process) {
    Path maps = Path.of("/proc/" + process.pid() + "/maps");
    try {
      if (Files.isReadable(maps)) {
        return new String(Files.readAllBytes(maps), StandardCharsets.ISO_8859_1)
            .contains("/libjvm.so");
      }
    } catch (IOException e) {
      // It may have ended; the list tells.
    }
    return VirtualMachine.list().stream()
        .anyMatch(vm -> vm.id().equals(Long.toString(process.pid())));
  }

  /**
   * Makes the JVM collect and dump what is alive.
   *
   * @param file where the dump goes; must not exist
   * @throws UserError when that fails; nothing is left of the file then
   * @throws IOException when the command cannot be started
   * @throws InterruptedException when the build is being ended
   */
  public void dump(Path file) throws IOException, InterruptedException {
    Answer answer = command("GC.heap_dump", quoted(file));
    if (answer.exit() != 0 || !answer.text().contains("Heap dump file created")) {
      boolean isFull = answer.text().contains("No space left") || isFull(file);
      Files.deleteIfExists(file);
      throw new UserError(failure(isFull, answer.text()));
    }
  }

  /**
   * Makes the JVM record where it allocates.
   *
   * @param file where the recording goes
   * @param duration how long
   * @throws UserError when that fails
   * @throws IOException when the command cannot be started
   * @throws InterruptedException when the build is being ended
   */
  public void record(Path file, Duration duration) throws IOException, InterruptedException {
    String name = "name=leak_" + ProcessHandle.current().pid();
    Path settings = Files.createTempFile("leak", ".jfc");
    try {
      Files.writeString(settings, RecordingSettings.JFC, StandardCharsets.UTF_8);
      check(command("JFR.start", name, "settings=" + quoted(settings)), "Started recording");
      try {
        await(duration);
      } finally {
        check(command("JFR.stop", name, "filename=" + quoted(file)), "Stopped recording");
      }
    } finally {
      Files.delete(settings);
    }
  }

  /**
   * Makes the JVM load an agent that records, and tells it to stop after a while.
   *
   * @param agent the library
   * @param options what the agent is told to begin, and then to end
   * @param duration how long
   * @throws UserError when that fails
   * @throws IOException when the command cannot be started
   * @throws InterruptedException when the build is being ended
   */
  public void record(Path agent, AgentOptions options, Duration duration)
      throws IOException, InterruptedException {
    String library = quoted(agent);
    check(command("JVMTI.agent_load", library, '"' + options.start() + '"'), "return code: 0");
    try {
      await(duration);
    } finally {
      check(command("JVMTI.agent_load", library, '"' + options.stop() + '"'), "return code: 0");
    }
  }

  /**
   * What an agent is told.
   *
   * @param start to begin
   * @param stop to end
   */
  public record AgentOptions(String start, String stop) {}

  private void await(Duration duration) throws InterruptedException {
    if (!outlives(duration)) {
      throw new UserError(
          "Process "
              + process.pid()
              + " ended while it was recorded: set a shorter leak.duration.");
    }
  }

  /**
   * Waits for some time, or until the JVM ends.
   *
   * @param duration how long; not at all when it is negative
   * @return whether the JVM is still there
   * @throws InterruptedException when the build is being ended
   */
  public boolean outlives(Duration duration) throws InterruptedException {
    try {
      process.onExit().get(Math.max(0, duration.toMillis()), TimeUnit.MILLISECONDS);
      return false;
    } catch (TimeoutException e) {
      return true;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@return the process id} */
  public long pid() {
    return process.pid();
  }

  /**
   * {@return which JVM it is: {@code process 4711 (com.acme.Main)}}
   *
   * @throws IOException when it cannot be asked
   * @throws InterruptedException when the build is being ended
   */
  public String name() throws IOException, InterruptedException {
    String line = command("VM.command_line").text();
    String main =
        line.lines()
            .filter(l -> l.startsWith("java_command: "))
            .map(l -> l.substring("java_command: ".length()).split(" ", 2)[0])
            .findFirst()
            .orElse("");
    String name = "process " + process.pid();
    return main.isEmpty() || main.equals("<unknown>") ? name : name + " (" + main + ")";
  }

  /**
   * Asks the JVM by a diagnostic command.
   *
   * @param command the command and its arguments
   * @return the answer; empty when the JVM has ended
   * @throws UserError when it does not answer though it runs
   * @throws IOException when the command cannot be started
   * @throws InterruptedException when the build is being ended
   */
  public String ask(String... command) throws IOException, InterruptedException {
    Answer answer = command(command);
    if (answer.exit() == 0) {
      return answer.text();
    }
    if (process.isAlive()) {
      throw new UserError(
          "Process "
              + process.pid()
              + " does not answer "
              + command[0]
              + ": "
              + last(answer.text()));
    }
    return "";
  }

  private void check(Answer answer, String expected) {
    if (answer.exit() != 0 || !answer.text().contains(expected)) {
      throw new UserError(
          process.isAlive()
              ? "Process " + process.pid() + " did not record: " + last(answer.text())
              : "Process "
                  + process.pid()
                  + " ended while it was recorded: set a shorter leak.duration.");
    }
  }

  private static String quoted(Path file) {
    return '"' + file.toAbsolutePath().toString() + '"';
  }

  private record Answer(int exit, String text) {}

  private Answer command(String... command) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(jcmd().toString(), Long.toString(process.pid())));
    all.addAll(List.of(command));
    Process jcmd = new ProcessBuilder(all).redirectErrorStream(true).start();
    try {
      jcmd.getOutputStream().close();
      String output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Answer(jcmd.waitFor(), output.strip());
    } finally {
      jcmd.destroy();
    }
  }

  private String failure(boolean isFull, String output) {
    if (isFull) {
      return "The disk is full: the heap of process "
          + process.pid()
          + " did not fit. Make room, or name another folder with leak.profilesDirectory.";
    }
    if (!process.isAlive()) {
      return "Process "
          + process.pid()
          + " ended before its heap was dumped: start it with"
          + " -XX:+HeapDumpOnOutOfMemoryError to get a dump when it runs out of memory.";
    }
    return "Process " + process.pid() + " did not dump its heap: " + last(output);
  }

  private static String last(String output) {
    return output.lines().filter(l -> !l.isBlank()).reduce((a, b) -> b).orElse("no answer").strip();
  }

  private static boolean isFull(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    return folder != null
        && Files.exists(folder)
        && Files.getFileStore(folder).getUsableSpace() < 1 << 16;
  }

  private static Path jcmd() {
    Path bin = Path.of(System.getProperty("java.home"), "bin");
    for (String name : new String[] {"jcmd", "jcmd.exe"}) {
      if (Files.isExecutable(bin.resolve(name))) {
        return bin.resolve(name);
      }
    }
    throw new UserError(
        "Maven runs on a Java without jcmd (" + bin + "): set JAVA_HOME to a JDK for leak.pid.");
  }
}
