package io.github.memoryleak.heap.jvm;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A dump of a child JVM, and the class histogram that the JVM printed at the same moment: that
 * before the dump and that after it are the same.
 *
 * @param dump the dump
 * @param histogram instances and bytes by the name that the JVM prints, which lacks the part that
 *     tells hidden classes apart
 */
record LiveHeap(Path dump, Map<String, Count> histogram) {
  private static final int TRIES = 10;
  private static final Pattern LINE =
      Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(.+?)(?: \\(\\S+\\))?");

  private static final Pattern LACKING =
      Pattern.compile("Unrecognized VM option|not supported|not included");

  /** Instances of a class, and their bytes. */
  record Count(long instances, long bytes) {
    Count plus(Count other) {
      return new Count(instances + other.instances, bytes + other.bytes);
    }
  }

  /** {@return the heap of {@link Variety}; skips the test when the JVM lacks what a flag asks} */
  static LiveHeap of(Path home, List<String> flags, Path folder)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/java").toString(), "-Xmx64m"));
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Variety.class.getName()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      StringBuilder said = new StringBuilder();
      for (String line = out.readLine(); !"ready".equals(line); line = out.readLine()) {
        if (line == null) {
          assumeFalse(LACKING.matcher(said).find(), said::toString);
          throw new IOException(String.join(" ", command) + " ended: " + said);
        }
        said.append(line).append('\n');
      }
      return of(home, process.pid(), folder);
    } finally {
      process.getOutputStream().close();
      process.waitFor();
    }
  }

  private static LiveHeap of(Path home, long pid, Path folder)
      throws IOException, InterruptedException {
    Map<String, Count> before = histogram(home, pid);
    for (int i = 0; i < TRIES; i++) {
      Path dump = folder.resolve("heap" + i + ".hprof");
      jcmd(home, pid, "GC.heap_dump", dump.toString());
      Map<String, Count> after = histogram(home, pid);
      if (before.equals(after)) {
        return new LiveHeap(dump, after);
      }
      Files.delete(dump);
      before = after;
    }
    throw new IOException("The heap of process " + pid + " does not come to rest");
  }

  private static Map<String, Count> histogram(Path home, long pid)
      throws IOException, InterruptedException {
    Map<String, Count> histogram = new TreeMap<>();
    for (String line : jcmd(home, pid, "GC.class_histogram").lines().toList()) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        long instances = Long.parseLong(matcher.group(1));
        long bytes = Long.parseLong(matcher.group(2));
        histogram.merge(plain(matcher.group(3)), new Count(instances, bytes), Count::plus);
      }
    }
    return histogram;
  }

  /** {@return a name without the number of a hidden class} */
  static String plain(String name) {
    return name.replaceFirst("[/+]0x[0-9a-f]+", "")
        .replaceFirst("\\$\\$Lambda\\$\\d+", "\\$\\$Lambda");
  }

  private static String jcmd(Path home, long pid, String... command)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(home.resolve("bin/jcmd").toString()));
    all.add(Long.toString(pid));
    all.addAll(List.of(command));
    Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", all) + " failed: " + said);
    }
    return said;
  }
}
