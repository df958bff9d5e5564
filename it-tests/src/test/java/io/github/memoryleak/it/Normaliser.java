package io.github.memoryleak.it;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes out of console lines what differs from run to run or from JDK to JDK: sizes of the heap,
 * times, folders, progress, identities, and frames and classes that are not the sample's own.
 */
final class Normaliser {
  private static final Pattern PROGRESS =
      Pattern.compile(
          "\\[INFO] [^:]*: (finding tests|running every|screening|narrowing|confirming|done).*");
  private static final Pattern FRAME =
      Pattern.compile("\\[ERROR]\\s+(?:at )?(?:[\\w.@]*/+)?((?:[\\w$]+\\.)+[\\w$<>/]+)\\(.*\\)");
  private static final Pattern TYPE_ROW =
      Pattern.compile("\\[ERROR]    (?:with|    )\\s+[+-][\\d.]+\\s+[+-][\\d.]+ [KMG]?B\\s+(\\S+)");

  /** How wide its columns are depends on rows that are left out. */
  private static final Pattern ROW =
      Pattern.compile("(\\[ERROR]    (?:with|    )) +([+-][\\d.]+) +([+-][\\d.]+ [KMG]?B) +");

  private static final Pattern HEAP =
      Pattern.compile("Heap: \\d+\\.\\d\\d [KMG]B \\(-?\\d+\\.\\d% growth\\)");
  private static final Pattern BYTES =
      Pattern.compile("[+-][\\d.]+ [KMG]?B per loop( \\(with \\d+ other class(es)?\\))?");
  private static final Pattern BETWEEN =
      Pattern.compile("between [\\d.]+ [KMG]?B and [\\d.]+ [KMG]?B");
  private static final Pattern RETAINED =
      Pattern.compile("retained  [\\d.]+ [KMG]?B per loop, [\\d.]+ [KMG]?B kept alive in all");
  private static final Pattern THREADS = Pattern.compile("Threads: (\\d+)->(\\d+)");
  private static final Pattern CIRCUMSTANCES = Pattern.compile(" \\([^()]+, Java [^,]+, \\w+\\)$");
  private static final Pattern NOT_JUDGED = Pattern.compile("Not judged: \\d+ threads? of .*");
  private static final Pattern THREAD_LIST =
      Pattern.compile("\"([a-z-]+)\\d+(?:-thread-\\d+)?\" and \\d+ more");

  private final Path directory;

  private Normaliser(Path directory) {
    this.directory = directory;
  }

  static Normaliser of(Path directory) {
    return new Normaliser(directory);
  }

  String normalise(List<String> lines) {
    return lines.stream()
        .filter(line -> !PROGRESS.matcher(line).matches())
        .filter(line -> isOwn(FRAME, line) && isOwn(TYPE_ROW, line))
        .map(this::line)
        .collect(Collectors.joining("\n"));
  }

  /** Takes the same out of a JUnit XML report: times, sizes, and the classes that grow along. */
  static String junit(String xml) {
    return xml.replaceAll("time=\"[0-9.]+\"", "time=\"\"")
        .replaceAll("Heap: [^<]*", "Heap, Threads")
        .replaceAll("[+][\\d.]+ K?B per loop( \\(with [^)]*\\))?", "<bytes> per loop")
        .replaceAll("[\\d.]+ K?B per loop, [\\d.]+ KB kept alive", "<bytes> kept alive")
        .replaceAll("(?m)^ {3}(?:with| {4}) +[+-][\\d.]+ .*\\n", "");
  }

  /** Whether a line does not have that form, or names a class of the sample. */
  private static boolean isOwn(Pattern form, String line) {
    Matcher matcher = form.matcher(line);
    return !matcher.matches() || matcher.group(1).startsWith("com.acme.");
  }

  private String line(String line) {
    String text = line.replace(directory.toString(), "<dir>");
    text = text.replace(Settings.leakVersion(), "<version>");
    text = HEAP.matcher(text).replaceAll("Heap: <heap>");
    text = THREADS.matcher(text).replaceAll(m -> "Threads: " + direction(m.group(1), m.group(2)));
    text = BYTES.matcher(text).replaceAll("<bytes> per loop");
    text = BETWEEN.matcher(text).replaceAll("between <bytes> and <bytes>");
    text =
        RETAINED.matcher(text).replaceAll("retained  <bytes> per loop, <bytes> kept alive in all");
    text = ROW.matcher(text).replaceAll("$1 $2 $3 ");
    text = text.replaceAll("[+-]\\d+\\.\\d+ instances", "<n> instances");
    text = CIRCUMSTANCES.matcher(text).replaceAll(" (<time and JVM>)");
    text =
        NOT_JUDGED
            .matcher(text)
            .replaceAll(m -> m.group().replaceAll("\\d+ (threads? )?of", "<n> of"));
    text = THREAD_LIST.matcher(text).replaceAll("\"$1<n>\" and <n> more");
    text = text.replaceAll("states    \\d+ WAITING", "states    <n> WAITING");
    text = text.replaceAll("\\$\\$Lambda[^.:, ]*", "\\$\\$Lambda");
    text = text.replaceAll("@[0-9a-f]{4,8}\\b", "@<id>");
    text = text.replaceAll("\\.\\.\\. (and \\d+ more (lines|classes)|\\d+ frames?)", "...");
    return text.replaceAll("\\s+$", "");
  }

  private static String direction(String before, String after) {
    return Integer.parseInt(before) < Integer.parseInt(after) ? "more" : "same";
  }
}
