package io.github.memoryleak.maven.dump;

import io.github.memoryleak.maven.settings.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The profiles in a directory: {@code heap_<time>.hprof}, {@code mem_<time>.jfr}, {@code
 * bench_<time>.json}, {@code watch_<time>.jsonl}.
 *
 * @param directory that directory
 */
public record ProfileFiles(Path directory) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT);
  private static final String GZIP = ".gz";

  /** What kind of profile a file is, by its name. */
  public enum Type {
    /** A heap dump; may be compressed. */
    HEAP_DUMP("heap_", ".hprof", "heap dump", "take one with leak:heap"),
    /** A recording. */
    RECORDING("mem_", ".jfr", "recording", "make one with leak:profile"),
    /** The results of benchmarks. */
    BENCHMARK("bench_", ".json", "benchmark result", "make one with leak:benchmark"),
    /** The samples of a watch. */
    WATCH("watch_", ".jsonl", "watch", "make one with leak:watch");

    private final String prefix;
    private final String suffix;
    private final String text;
    private final String advice;
    private final Pattern pattern;

    Type(String prefix, String suffix, String text, String advice) {
      this.prefix = prefix;
      this.suffix = suffix;
      this.text = text;
      this.advice = advice;
      pattern = Pattern.compile(prefix + "[0-9]{8}_[0-9]{6}(_[0-9]+)?" + suffix + "(\\.gz)?");
    }

    private boolean is(Path file) {
      return pattern.matcher(String.valueOf(file.getFileName())).matches();
    }
  }

  /**
   * {@return the file of the next profile; its directory is made}
   *
   * @param type of the profile
   * @param now when it is taken
   * @throws IOException when the directory cannot be made
   */
  public Path next(Type type, LocalDateTime now) throws IOException {
    Files.createDirectories(directory);
    String name = type.prefix + TIME.format(now);
    String taken = name;
    for (int i = 2; isTaken(taken + type.suffix); i++) {
      taken = name + "_" + i;
    }
    return directory.resolve(taken + type.suffix);
  }

  private boolean isTaken(String name) {
    return Files.exists(directory.resolve(name)) || Files.exists(directory.resolve(name + GZIP));
  }

  /**
   * {@return the newest profiles of a type, the oldest of them first}
   *
   * @param type of the profiles
   * @param count how many
   * @param parameters the parameters that name files instead, for the error
   * @throws UserError when there are not so many
   */
  public List<Path> newest(Type type, int count, String parameters) {
    List<Path> all = all(type);
    if (all.size() < count) {
      throw new UserError(
          (all.isEmpty()
                  ? "There is no " + type.text + " in " + directory
                  : "There is only one " + type.text + " in " + directory + ", " + all.get(0))
              + ": "
              + type.advice
              + ", or name "
              + parameters
              + ".");
    }
    return List.copyOf(all.subList(all.size() - count, all.size()));
  }

  /**
   * {@return all profiles of a type, the oldest first}
   *
   * @param type of the profiles
   */
  public List<Path> all(Type type) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> profiles = new ArrayList<>(files.filter(type::is).toList());
      profiles.sort(Comparator.comparing((Path file) -> stem(file, type)));
      return profiles;
    } catch (IOException e) {
      throw new UserError(directory + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  /**
   * {@return the newest profile of any of the types, by the time in its name; of a benchmark's
   * results and the recording beside them, the results}
   *
   * @param types the types
   * @param parameter the parameter that names a file instead, for the error
   * @throws UserError when there is none
   */
  public Path newestOf(List<Type> types, String parameter) {
    return types.stream()
        .flatMap(type -> all(type).stream().map(file -> new Timed(file, type, time(file, type))))
        .max(Comparator.comparing(Timed::time).thenComparing(Timed::type))
        .map(Timed::file)
        .orElseGet(() -> newest(types.get(0), 1, parameter).get(0));
  }

  private record Timed(Path file, Type type, String time) {}

  private static String time(Path file, Type type) {
    return stem(file, type).substring(type.prefix.length());
  }

  /** The name tells the time; the file's own time changes when it is copied. */
  private static String stem(Path file, Type type) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.indexOf(type.suffix));
  }
}
