package io.github.memoryleak.maven.fork;

import io.github.memoryleak.junit.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One measured JVM, from its start to its end. It never outlives the build. */
final class MeasuredProcess {
  private static final int OUTPUT_LIMIT = 5 << 20;
  private static final long POLL_MILLIS = 200;
  private static final long GRACE_MILLIS = 3_000;

  /** A process that a test has left behind may hold the output open for ever. */
  private static final long DRAIN_MILLIS = 10_000;

  private final Process process;
  private final RunFiles files;
  private final Thread drain;
  private @Nullable Progress last;

  private MeasuredProcess(Process process, RunFiles files) {
    this.process = process;
    this.files = files;
    this.drain = new Thread(this::drain, "leak:test output");
    drain.setDaemon(true);
    drain.start();
  }

  /** Starts a measured JVM whose settings file is written already. */
  static MeasuredProcess start(JvmCommand command, RunFiles files) throws IOException {
    ArgFile.write(files.arguments(), command.arguments(files.settings()));
    return new MeasuredProcess(command.process(files.arguments()).start(), files);
  }

  /**
   * Waits for its end, and brings it about when nothing moves any more.
   *
   * @param timeout how long one test may take
   * @param settle how long a round may wait for late threads
   * @param progress is shown where the measurement is, again and again
   * @throws InterruptedException when the build is being ended, and the JVM with it
   */
  Ending await(Duration timeout, Duration settle, Consumer<Progress> progress)
      throws IOException, InterruptedException {
    try (ShutdownHook atExit = ShutdownHook.add("leak:test end", this::killAll)) {
      boolean hung = watch(timeout, settle, progress);
      drain.join(DRAIN_MILLIS);
      look(progress);
      atExit.takeBack();
      return new Ending(process.exitValue(), hung, last, files);
    } finally {
      killAll();
    }
  }

  /** {@return whether it hung} */
  private boolean watch(Duration timeout, Duration settle, Consumer<Progress> progress)
      throws IOException, InterruptedException {
    Stall stall = new Stall(timeout, settle, System.nanoTime());
    while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
      look(progress);
      if (last != null) {
        stall.see(last, System.nanoTime());
      }
      if (stall.isStalled(System.nanoTime())) {
        requestThreadDump();
        kill();
        return true;
      }
    }
    return false;
  }

  private void look(Consumer<Progress> progress) throws IOException {
    Progress.read(files.progress())
        .ifPresent(
            now -> {
              last = now;
              progress.accept(now);
            });
  }

  private void requestThreadDump() throws InterruptedException {
    try {
      OutputStream leash = process.getOutputStream();
      leash.write("dump\n".getBytes(StandardCharsets.US_ASCII));
      leash.flush();
    } catch (IOException e) {
      return; // It has just ended: there is nothing to dump.
    }
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
    while (!Files.exists(files.threadDump()) && System.nanoTime() < deadline) {
      if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        return;
      }
    }
  }

  private void kill() throws InterruptedException {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    if (!process.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
      process.destroyForcibly().waitFor();
    }
    children.forEach(ProcessHandle::destroyForcibly);
  }

  private void killAll() {
    if (process.isAlive()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private void drain() {
    try {
      new BoundedOutput(files.output(), OUTPUT_LIMIT).drain(process.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
