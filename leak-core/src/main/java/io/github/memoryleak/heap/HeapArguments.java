package io.github.memoryleak.heap;

import io.github.memoryleak.heap.analysis.SampleIndex;
import io.github.memoryleak.heap.inspect.ClassPattern;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The command line of {@link HeapMain}, understood.
 *
 * @param command what to do
 * @param files with which files
 * @param top how many lines each table has
 * @param order by what classes are ordered
 * @param type a class pattern, or null for everything
 * @param isJson whether the result is JSON
 * @param growth which growth is too much
 * @param isWatched whether progress goes to standard error as lines for a program
 */
record HeapArguments(
    HeapCommand command,
    List<Path> files,
    int top,
    SampleIndex order,
    @Nullable ClassPattern type,
    boolean isJson,
    GrowthLimits growth,
    boolean isWatched) {
  private static final List<String> SWITCHES = List.of("progress");
  private static final List<String> OPTIONS =
      List.of("top", "sample-index", "type", "format", "heap-growth", "heap-growth-bytes");

  HeapArguments {
    files = List.copyOf(files);
  }

  static HeapArguments parse(List<String> args) throws HeapUsageException {
    Map<String, String> options = new HashMap<>();
    List<String> words = new ArrayList<>();
    Iterator<String> rest = args.iterator();
    while (rest.hasNext()) {
      String arg = rest.next();
      if (arg.startsWith("--")) {
        option(arg.substring(2), rest, options);
      } else {
        words.add(arg);
      }
    }
    if (words.isEmpty()) {
      throw new HeapUsageException("Name a command.");
    }
    return of(command(words.get(0)), words.subList(1, words.size()), options);
  }

  private static HeapArguments of(
      HeapCommand command, List<String> files, Map<String, String> options)
      throws HeapUsageException {
    ClassPattern type = type(options.get("type"));
    if (!command.takes(files.size()) || (command == HeapCommand.PATHS && type == null)) {
      throw new HeapUsageException("Call it as: " + command.text() + " " + command.arguments());
    }
    return new HeapArguments(
        command,
        files.stream().map(Path::of).toList(),
        (int) number("top", options.getOrDefault("top", "20"), 1, 100_000),
        order(options.getOrDefault("sample-index", "inuse_space")),
        type,
        isJson(options.getOrDefault("format", "text")),
        limits(options),
        options.containsKey("progress"));
  }

  private static void option(String text, Iterator<String> rest, Map<String, String> options)
      throws HeapUsageException {
    String name = text.split("=", 2)[0];
    if (SWITCHES.contains(name)) {
      options.put(name, "");
    } else if (!OPTIONS.contains(name)) {
      throw new HeapUsageException("There is no option --" + name + ".");
    } else if (text.contains("=")) {
      options.put(name, text.substring(name.length() + 1));
    } else if (rest.hasNext()) {
      options.put(name, rest.next());
    } else {
      throw new HeapUsageException("--" + name + " needs a value.");
    }
  }

  private static HeapCommand command(String name) throws HeapUsageException {
    return HeapCommand.named(name)
        .orElseThrow(() -> new HeapUsageException("There is no command '" + name + "'."));
  }

  private static @Nullable ClassPattern type(@Nullable String text) throws HeapUsageException {
    if (text != null && text.isBlank()) {
      throw new HeapUsageException("--type is empty: give a class such as com.acme.Session.");
    }
    return text == null ? null : new ClassPattern(text);
  }

  private static SampleIndex order(String text) throws HeapUsageException {
    return Arrays.stream(SampleIndex.values())
        .filter(index -> index.text().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new HeapUsageException(
                    "--sample-index must be inuse_space or inuse_objects, but is '" + text + "'."));
  }

  private static boolean isJson(String text) throws HeapUsageException {
    if (!text.equals("text") && !text.equals("json")) {
      throw new HeapUsageException("--format must be text or json, but is '" + text + "'.");
    }
    return text.equals("json");
  }

  private static GrowthLimits limits(Map<String, String> options) throws HeapUsageException {
    String share = options.get("heap-growth");
    String bytes = options.get("heap-growth-bytes");
    if (share == null && bytes == null) {
      return GrowthLimits.NONE;
    }
    return new GrowthLimits(
        share == null ? 0 : fraction(share),
        bytes == null ? 0 : number("heap-growth-bytes", bytes, 0, Long.MAX_VALUE));
  }

  private static double fraction(String text) throws HeapUsageException {
    try {
      double value = Double.parseDouble(text);
      if (value >= 0 && value < Double.POSITIVE_INFINITY) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below, in one sentence for both
    }
    throw new HeapUsageException(
        "--heap-growth must be a fraction such as 0.2, but is '" + text + "'.");
  }

  private static long number(String option, String text, long least, long most)
      throws HeapUsageException {
    try {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below, in one sentence for both
    }
    throw new HeapUsageException(
        "--"
            + option
            + " must be a whole number of at least "
            + least
            + ", but is '"
            + text
            + "'.");
  }
}
