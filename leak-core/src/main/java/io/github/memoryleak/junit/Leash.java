package io.github.memoryleak.junit;

import io.github.memoryleak.finding.ThreadTrace;
import java.io.File;
import java.io.IOException;
import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Listens for the parent, until it is let go of.
 *
 * <p>A JVM that ends waits 0.3 s for threads that block in native code, as one that reads does; so
 * the channel must be one that an interrupt closes.
 */
final class Leash {
  private static final int LONGEST_COMMAND = 64;
  private static final long PATIENCE_MILLIS = 100;

  /** On Windows it would wait for the end of the read. */
  private static final boolean READS_CAN_BE_INTERRUPTED = File.separatorChar == '/';

  private final ReadableByteChannel input;
  private final Path dumpFile;
  private final Runnable orphaned;
  private final Thread thread = new Thread(this::listen, "leak-leash");
  private volatile boolean released;

  private Leash(ReadableByteChannel input, Path dumpFile, Runnable orphaned) {
    this.input = input;
    this.dumpFile = dumpFile;
    this.orphaned = orphaned;
  }

  /**
   * Begins to listen.
   *
   * @param input where the parent speaks; its end is the end of the parent
   * @param dumpFile gets all stacks when the parent says so
   * @param orphaned what to do when the parent is gone
   */
  static Leash attach(ReadableByteChannel input, Path dumpFile, Runnable orphaned) {
    Leash leash = new Leash(input, dumpFile, orphaned);
    leash.thread.setDaemon(true);
    leash.thread.start();
    return leash;
  }

  /** Listens no more. */
  void release() throws InterruptedException {
    released = true;
    if (READS_CAN_BE_INTERRUPTED) {
      thread.interrupt();
      thread.join(PATIENCE_MILLIS);
    }
  }

  private void listen() {
    try {
      ByteBuffer bytes = ByteBuffer.allocate(LONGEST_COMMAND);
      StringBuilder command = new StringBuilder();
      while (input.read(bytes.clear()) >= 0) {
        for (byte b : Arrays.copyOf(bytes.array(), bytes.position())) {
          if (b == '\n') {
            obey(command.toString());
            command.setLength(0);
          } else {
            command.append((char) b);
          }
        }
      }
    } catch (IOException e) {
      // A broken pipe is an end, too.
    }
    if (!released) {
      orphaned.run();
    }
  }

  private void obey(String command) throws IOException {
    if (command.equals("dump")) {
      dump();
    }
  }

  private void dump() throws IOException {
    List<String> lines = new ArrayList<>();
    Arrays.stream(ManagementFactory.getThreadMXBean().dumpAllThreads(false, false))
        .forEach(
            info -> {
              lines.add("\"" + info.getThreadName() + "\" " + info.getThreadState());
              LockInfo lock = info.getLockInfo();
              if (lock != null) {
                lines.add("    waiting for " + lock);
              }
              Arrays.stream(info.getStackTrace())
                  .forEach(f -> lines.add("    at " + ThreadTrace.text(f)));
              lines.add("");
            });
    Path part = dumpFile.resolveSibling(dumpFile.getFileName() + ".part");
    Files.write(part, lines);
    Files.move(part, dumpFile, StandardCopyOption.REPLACE_EXISTING);
  }
}
