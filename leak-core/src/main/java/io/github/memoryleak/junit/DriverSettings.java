package io.github.memoryleak.junit;

import io.github.memoryleak.LeakThresholds;
import io.github.memoryleak.ResourceLimits;
import io.github.memoryleak.explain.HeapDumps;
import io.github.memoryleak.explain.NativeProfiler;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/**
 * What the measured JVM is told: which tests, how to measure, where to write. One file, written by
 * the process that starts the measured JVM and read by {@link MeasuredJvm}.
 *
 * @param resultFile where the {@link io.github.memoryleak.finding.LeakReport} goes as JSON; written
 *     under another name and then moved
 * @param progressFile where {@link Progress} goes, overwritten often
 * @param lastWordsFile written when a test ends the JVM early: the stack of the thread that called
 *     exit
 * @param threadDumpFile written on request, see {@link MeasuredJvm}
 * @param judgedFile where the report over what is judged so far goes as JSON, written anew each
 *     time that more is, and whole at any time
 * @param classes names of the classes to discover tests in, in the order in which they are to run
 * @param tests which tests of these classes; empty for all
 * @param groups tag expressions to include; empty for all
 * @param excludedGroups tag expressions to exclude
 * @param engines ids of the engines to include; empty for all
 * @param excludedEngines ids of the engines to exclude
 * @param configuration configuration parameters of the JUnit Platform
 * @param quarantine unique ids of tests that are not to run, because they ended an earlier measured
 *     JVM
 * @param measureFailing whether tests that fail are measured all the same
 * @param scope the finest unit that is judged: {@code test}, {@code class} or {@code suite}
 * @param warmup loops before the baseline of a subject
 * @param rounds the most rounds that a subject is measured for
 * @param thresholds how much growth is tolerated
 * @param settle how long threads and late clean-up may take after a round
 * @param budget how long the rounds of a subject may take
 * @param heapDumps what happens to the heap dumps by which a leak is explained
 * @param nativeProfiler what tells who takes native memory
 */
public record DriverSettings(
    Path resultFile,
    Path progressFile,
    Path lastWordsFile,
    Path threadDumpFile,
    Path judgedFile,
    List<String> classes,
    List<TestPattern> tests,
    List<String> groups,
    List<String> excludedGroups,
    List<String> engines,
    List<String> excludedEngines,
    Map<String, String> configuration,
    List<String> quarantine,
    boolean measureFailing,
    String scope,
    int warmup,
    int rounds,
    LeakThresholds thresholds,
    Duration settle,
    Duration budget,
    HeapDumps heapDumps,
    NativeProfiler nativeProfiler) {

  /** Copies the collections. */
  public DriverSettings {
    classes = List.copyOf(classes);
    tests = List.copyOf(tests);
    groups = List.copyOf(groups);
    excludedGroups = List.copyOf(excludedGroups);
    engines = List.copyOf(engines);
    excludedEngines = List.copyOf(excludedEngines);
    configuration = Map.copyOf(configuration);
    quarantine = List.copyOf(quarantine);
  }

  /**
   * Selects or rejects tests by name. A test runs when at least one including pattern (or none is
   * given) and no excluding one matches.
   *
   * @param include whether matching tests run, or do not
   * @param classRegex regular expression over the whole class name, for instance {@code
   *     com\.acme\.Cart.*}
   * @param methodRegex regular expression over the whole method name; {@code .*} for all
   */
  public record TestPattern(boolean include, String classRegex, String methodRegex) {}

  /**
   * Writes the settings.
   *
   * @param file the settings file
   * @throws IOException when it cannot be written
   */
  public void store(Path file) throws IOException {
    Properties p = new Properties();
    p.setProperty("resultFile", resultFile.toString());
    p.setProperty("progressFile", progressFile.toString());
    p.setProperty("lastWordsFile", lastWordsFile.toString());
    p.setProperty("threadDumpFile", threadDumpFile.toString());
    p.setProperty("judgedFile", judgedFile.toString());
    put(p, "class", classes);
    put(p, "test", tests.stream().map(DriverSettings::format).toList());
    put(p, "group", groups);
    put(p, "excludedGroup", excludedGroups);
    put(p, "engine", engines);
    put(p, "excludedEngine", excludedEngines);
    configuration.forEach((k, v) -> p.setProperty("configuration." + k, v));
    put(p, "quarantine", quarantine);
    p.setProperty("measureFailing", Boolean.toString(measureFailing));
    p.setProperty("scope", scope);
    p.setProperty("warmup", Integer.toString(warmup));
    p.setProperty("rounds", Integer.toString(rounds));
    p.setProperty("heapGrowth", Double.toString(thresholds.heapGrowth()));
    p.setProperty("heapGrowthBytes", Long.toString(thresholds.heapGrowthBytes()));
    p.setProperty("threadGrowth", Integer.toString(thresholds.threadGrowth()));
    p.setProperty("heapBytesPerLoop", Long.toString(thresholds.heapBytesPerLoop()));
    p.setProperty("threadsPerLoop", Double.toString(thresholds.threadsPerLoop()));
    put(p, thresholds.others());
    p.setProperty("settleMillis", Long.toString(settle.toMillis()));
    p.setProperty("budgetMillis", Long.toString(budget.toMillis()));
    p.setProperty("keepDumps", heapDumps.keep().text());
    Path dumps = heapDumps.directory();
    p.setProperty("dumpDirectory", dumps == null ? "" : dumps.toString());
    p.setProperty("maxDumps", Integer.toString(heapDumps.maxDumps()));
    p.setProperty("maxDumpBytes", Long.toString(heapDumps.maxDumpBytes()));
    Path library = nativeProfiler.library();
    p.setProperty("nativeProfiler", library == null ? "" : library.toString());
    p.setProperty("nativeProfilerProblem", nativeProfiler.problem());
    try (Writer out = Files.newBufferedWriter(file)) {
      p.store(out, null);
    }
  }

  /**
   * Reads settings.
   *
   * @param file a file that {@link #store} wrote
   * @return the settings
   * @throws IOException when it cannot be read
   */
  public static DriverSettings load(Path file) throws IOException {
    Properties p = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      p.load(in);
    }
    return new DriverSettings(
        path(p, "resultFile"),
        path(p, "progressFile"),
        path(p, "lastWordsFile"),
        path(p, "threadDumpFile"),
        path(p, "judgedFile"),
        list(p, "class"),
        list(p, "test").stream().map(DriverSettings::parse).toList(),
        list(p, "group"),
        list(p, "excludedGroup"),
        list(p, "engine"),
        list(p, "excludedEngine"),
        map(p, "configuration."),
        list(p, "quarantine"),
        Boolean.parseBoolean(required(p, "measureFailing")),
        required(p, "scope"),
        Integer.parseInt(required(p, "warmup")),
        Integer.parseInt(required(p, "rounds")),
        thresholds(p),
        Duration.ofMillis(Long.parseLong(required(p, "settleMillis"))),
        Duration.ofMillis(Long.parseLong(required(p, "budgetMillis"))),
        heapDumps(p),
        nativeProfiler(p));
  }

  private static NativeProfiler nativeProfiler(Properties p) {
    String library = required(p, "nativeProfiler");
    return new NativeProfiler(
        library.isEmpty() ? null : Path.of(library), required(p, "nativeProfilerProblem"));
  }

  private static HeapDumps heapDumps(Properties p) {
    HeapDumps.Keep keep = HeapDumps.Keep.of(required(p, "keepDumps"));
    String directory = required(p, "dumpDirectory");
    return new HeapDumps(
        keep == null ? HeapDumps.Keep.NEVER : keep,
        directory.isEmpty() ? null : Path.of(directory),
        Integer.parseInt(required(p, "maxDumps")),
        Long.parseLong(required(p, "maxDumpBytes")));
  }

  private static LeakThresholds thresholds(Properties p) {
    return new LeakThresholds(
        Double.parseDouble(required(p, "heapGrowth")),
        Long.parseLong(required(p, "heapGrowthBytes")),
        Integer.parseInt(required(p, "threadGrowth")),
        Long.parseLong(required(p, "heapBytesPerLoop")),
        Double.parseDouble(required(p, "threadsPerLoop")),
        new ResourceLimits(
            Double.parseDouble(required(p, "classLoadersPerLoop")),
            Double.parseDouble(required(p, "classesPerLoop")),
            Double.parseDouble(required(p, "fileDescriptorsPerLoop")),
            Long.parseLong(required(p, "directBufferBytesPerLoop")),
            Long.parseLong(required(p, "nativeBytesPerLoop"))));
  }

  private static String format(TestPattern t) {
    return (t.include() ? "+" : "-") + t.classRegex() + "\t" + t.methodRegex();
  }

  private static TestPattern parse(String line) {
    int tab = line.indexOf('\t');
    return new TestPattern(line.charAt(0) == '+', line.substring(1, tab), line.substring(tab + 1));
  }

  private static void put(Properties p, ResourceLimits limits) {
    p.setProperty("classLoadersPerLoop", Double.toString(limits.classLoadersPerLoop()));
    p.setProperty("classesPerLoop", Double.toString(limits.classesPerLoop()));
    p.setProperty("fileDescriptorsPerLoop", Double.toString(limits.fileDescriptorsPerLoop()));
    p.setProperty("directBufferBytesPerLoop", Long.toString(limits.directBufferBytesPerLoop()));
    p.setProperty("nativeBytesPerLoop", Long.toString(limits.nativeBytesPerLoop()));
  }

  private static void put(Properties p, String key, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      p.setProperty(key + "." + i, values.get(i));
    }
  }

  private static List<String> list(Properties p, String key) {
    List<String> values = new ArrayList<>();
    String value;
    while ((value = p.getProperty(key + "." + values.size())) != null) {
      values.add(value);
    }
    return values;
  }

  private static Map<String, String> map(Properties p, String prefix) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String key : new TreeSet<>(p.stringPropertyNames())) {
      if (key.startsWith(prefix)) {
        values.put(key.substring(prefix.length()), required(p, key));
      }
    }
    return values;
  }

  private static Path path(Properties p, String key) {
    return Path.of(required(p, key));
  }

  private static String required(Properties p, String key) {
    String value = p.getProperty(key);
    if (value == null) {
      throw new IllegalArgumentException("The settings of the measured JVM lack '" + key + "'");
    }
    return value;
  }
}
