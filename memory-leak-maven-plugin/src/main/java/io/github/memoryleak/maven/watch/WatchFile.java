package io.github.memoryleak.maven.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.memoryleak.maven.settings.UserError;
import io.github.memoryleak.maven.watch.WatchSample.ClassCount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The samples of a watch as JSON, one object a line: the first line tells which JVM it is, each
 * other is a sample, written as soon as it is taken. What is there stays when the build is killed.
 *
 * @param path where it is
 */
public record WatchFile(Path path) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int SCHEMA_VERSION = 1;

  /**
   * A stored watch.
   *
   * @param jvm which JVM it was
   * @param samples the oldest first
   */
  public record Watch(String jvm, List<WatchSample> samples) {
    /** Copies the list. */
    public Watch {
      samples = List.copyOf(samples);
    }
  }

  /**
   * {@return whether a file is one of these}
   *
   * @param file the file
   */
  public static boolean isOne(Path file) {
    return String.valueOf(file.getFileName()).endsWith(".jsonl");
  }

  void begin(String jvm) throws IOException {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("schemaVersion", SCHEMA_VERSION);
    line.put("jvm", jvm);
    append(line);
  }

  void add(WatchSample sample) throws IOException {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("time", sample.time().toString());
    line.put("collections", sample.collections());
    sample.levels().forEach((level, value) -> line.put(name(level), value));
    if (!sample.classes().isEmpty()) {
      Map<String, long[]> classes = new TreeMap<>();
      sample
          .classes()
          .forEach((type, n) -> classes.put(type, new long[] {n.instances(), n.bytes()}));
      line.put("histogram", classes);
    }
    append(line);
  }

  /** One write for a line: a kill leaves the lines before whole. */
  private void append(Map<String, Object> line) throws IOException {
    byte[] bytes = (MAPPER.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
    Files.write(path, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /**
   * {@return what is in the file; a last line that is not whole is left out}
   *
   * @throws UserError when there is no such file, or it is something else
   */
  public Watch read() {
    String text;
    try {
      text = Files.readString(path, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UserError(path + " cannot be read: " + e.getMessage() + ".", e);
    }
    List<String> lines = text.lines().toList();
    boolean isCut = !text.endsWith("\n");
    List<WatchSample> samples = new ArrayList<>();
    String jvm = "";
    for (int i = 0; i < lines.size() - (isCut ? 1 : 0); i++) {
      JsonNode line = parse(lines.get(i), i + 1);
      if (i == 0) {
        jvm = header(line);
      } else {
        samples.add(sample(line, i + 1));
      }
    }
    if (jvm.isEmpty()) {
      throw broken(1, "there is no first line");
    }
    return new Watch(jvm, samples);
  }

  private String header(JsonNode line) {
    JsonNode jvm = line.get("jvm");
    if (line.path("schemaVersion").asInt() != SCHEMA_VERSION || jvm == null || !jvm.isTextual()) {
      throw broken(1, "it is not the first line of a watch");
    }
    return jvm.asText();
  }

  private JsonNode parse(String line, int number) {
    try {
      return MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw broken(number, "it is no JSON");
    }
  }

  private WatchSample sample(JsonNode line, int number) {
    try {
      Map<Level, Long> levels = new EnumMap<>(Level.class);
      for (Level level : Level.values()) {
        Optional.ofNullable((@Nullable JsonNode) line.get(name(level)))
            .ifPresent(value -> levels.put(level, value.longValue()));
      }
      Map<String, ClassCount> classes = new TreeMap<>();
      JsonNode counted = line.path("histogram");
      for (String type : (Iterable<String>) counted::fieldNames) {
        JsonNode numbers = counted.path(type);
        classes.put(type, new ClassCount(numbers.path(0).asLong(), numbers.path(1).asLong()));
      }
      return new WatchSample(
          Instant.parse(line.path("time").asText()),
          line.path("collections").asLong(),
          levels,
          classes);
    } catch (DateTimeException e) {
      throw broken(number, "it has no time");
    }
  }

  private UserError broken(int line, String problem) {
    return new UserError(path + " is no watch: line " + line + ", " + problem + ".");
  }

  /** {@return the field's name: {@code fileDescriptors}} */
  private static String name(Level level) {
    String[] words = level.name().toLowerCase(Locale.ROOT).split("_");
    StringBuilder name = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
    }
    return name.toString();
  }
}
