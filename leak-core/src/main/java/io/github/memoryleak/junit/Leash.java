package io.github.memoryleak.junit;

import io.github.memoryleak.finding.ThreadTrace;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Listens on standard input for the parent; tests see an empty one. */
final class Leash {
  private final Path dumpFile;
  private final FileInputStream input = new FileInputStream(FileDescriptor.in);

  private Leash(Path dumpFile) {
    this.dumpFile = dumpFile;
  }

  static void attach(Path dumpFile) {
    Leash leash = new Leash(dumpFile);
    System.setIn(new ByteArrayInputStream(new byte[0]));
    Thread thread = new Thread(leash::listen, "leak-leash");
    thread.setDaemon(true);
    thread.start();
  }

  private void listen() {
    try {
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(input, StandardCharsets.US_ASCII));
      String line;
      while ((line = lines.readLine()) != null) {
        if (line.equals("dump")) {
          dump();
        }
      }
    } catch (IOException e) {
      // A broken pipe is an end, too.
    }
    Runtime.getRuntime().halt(MeasuredJvm.ORPHANED);
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
