package io.github.memoryleak.heap;

import com.sun.management.OperatingSystemMXBean;
import io.github.memoryleak.report.Units;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** The JVM that the analysis of a dump needs. */
public final class HeapMemory {
  private static final long MB = 1 << 20;

  /** Measured: graph, dominators, paths and labels of dumps with many small objects. */
  private static final double PER_BYTE = 1.1;

  private static final long BASE = 256 * MB;
  private static final double SHARE_OF_MACHINE = 0.75;

  /** Fewer are read before the optimising compiler has paid for itself. */
  private static final long SOON_READ_OBJECTS = 5_000_000;

  /** Of an object in a dump, where how many there are is not known: measured. */
  private static final int USUAL_BYTES = 50;

  /**
   * Ten times the usual: what each object passes through is compiled by the optimising compiler all
   * the same, and not the rest, which costs more processor time than it saves.
   */
  private static final List<String> LATE_COMPILER =
      List.of(
          "-XX:Tier4InvocationThreshold=50000",
          "-XX:Tier4CompileThreshold=150000",
          "-XX:Tier4BackEdgeThreshold=400000");

  private HeapMemory() {}

  /**
   * {@return the options of a JVM that analyses dumps}
   *
   * @param dumpBytes the size of the largest dump, unpacked
   */
  public static List<String> jvmOptions(long dumpBytes) {
    return jvmOptions(dumpBytes, dumpBytes / USUAL_BYTES);
  }

  /**
   * {@return the options of a JVM that analyses dumps}
   *
   * @param dumpBytes the size of the largest dump, unpacked
   * @param objects how many are in it: the bytes of large arrays are not looked at
   */
  public static List<String> jvmOptions(long dumpBytes, long objects) {
    List<String> options = new ArrayList<>();
    options.add("-Xmx" + (forDump(dumpBytes) >> 20) + "m");
    options.add("-XX:-UsePerfData");
    if (objects < SOON_READ_OBJECTS) {
      options.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    } else {
      // The tables are few and long: a large young generation would stay empty.
      options.addAll(List.of("-XX:+UseParallelGC", "-XX:MaxNewSize=100m"));
      options.addAll(LATE_COMPILER);
    }
    return List.copyOf(options);
  }

  /**
   * {@return the heap that an analysis is given, in bytes, a multiple of 1 MB: what it needs, as
   * far as the machine has it}
   *
   * @param dumpBytes the size of the largest dump, unpacked
   */
  private static long forDump(long dumpBytes) {
    long most = (long) (machine() * SHARE_OF_MACHINE);
    return Math.max(BASE, Math.min(needed(dumpBytes), most)) / MB * MB;
  }

  private static long needed(long dumpBytes) {
    return BASE + (long) (dumpBytes * PER_BYTE);
  }

  /** What to do when the memory was not enough. */
  static String advice(HeapArguments arguments, long dumpBytes) {
    long given = Runtime.getRuntime().maxMemory();
    long more = Math.max(needed(dumpBytes), 2 * given);
    boolean fits = more < machine();
    return "Out of memory: "
        + arguments.command().text()
        + " had "
        + Units.bytes(given)
        + " of heap for a dump of "
        + Units.bytes(dumpBytes)
        + ". "
        + (fits ? "Give it more, -Xmx" + more / MB + "m" : "Take it to a larger machine")
        + " (this machine has "
        + Units.bytes(machine())
        + ")"
        + (arguments.command() == HeapCommand.HISTOGRAM
            ? "."
            : ", or start with the command histogram, which needs little.");
  }

  private static long machine() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }
}
