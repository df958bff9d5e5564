package io.github.memoryleak.maven.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.memoryleak.maven.settings.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A file of results in JMH's own JSON form.
 *
 * @param file the file
 * @param jvm the JVM and the version of JMH that it tells
 * @param results the results, in the order of the file
 */
public record BenchmarkFile(Path file, String jvm, List<BenchmarkResult> results) {
  /** Versions of JMH before 1.34 put a dot before the names of profilers' metrics. */
  private static final List<String> BYTES =
      List.of("gc.alloc.rate.norm", "\u00b7gc.alloc.rate.norm");

  /** Copies the list. */
  public BenchmarkFile {
    results = List.copyOf(results);
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @return what it tells
   * @throws UserError when it is no file of JMH's results; the message says where
   */
  public static BenchmarkFile read(Path file) {
    try {
      JsonNode root = new ObjectMapper().readTree(Files.readAllBytes(file));
      if (root == null || !root.isArray() || root.isEmpty()) {
        throw foreign(file, "it is no list of results");
      }
      List<BenchmarkResult> results = new ArrayList<>();
      for (int i = 0; i < root.size(); i++) {
        results.add(result(file, i, root.get(i)));
      }
      return new BenchmarkFile(file, jvm(root.get(0)), results);
    } catch (JsonProcessingException e) {
      throw new UserError(
          file
              + " is no whole JSON file: it makes no sense at line "
              + e.getLocation().getLineNr()
              + ", column "
              + e.getLocation().getColumnNr()
              + ". Run leak:benchmark again.");
    } catch (IOException e) {
      throw new UserError(file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  private static UserError foreign(Path file, String why) {
    return new UserError(file + " has no results of JMH: " + why + ".");
  }

  private static BenchmarkResult result(Path file, int index, JsonNode node) {
    JsonNode metric = node.path("primaryMetric");
    if (!node.path("benchmark").isTextual() || !metric.path("score").isNumber()) {
      throw foreign(file, "entry " + (index + 1) + " has no benchmark with a score");
    }
    return new BenchmarkResult(
        node.path("benchmark").asText() + parameters(node.path("params")),
        node.path("mode").asText(),
        metric.path("scoreUnit").asText(),
        metric.path("score").asDouble(),
        number(metric.path("scoreError")),
        BYTES.stream()
            .map(name -> number(node.path("secondaryMetrics").path(name).path("score")))
            .flatMap(n -> Optional.ofNullable(n).stream())
            .findFirst()
            .orElse(null));
  }

  private static String parameters(JsonNode params) {
    Map<String, String> sorted = new TreeMap<>();
    params.properties().forEach(e -> sorted.put(e.getKey(), e.getValue().asText()));
    return sorted.isEmpty() ? "" : " " + sorted.toString().replace('{', '[').replace('}', ']');
  }

  /** JMH writes "NaN" where a single measurement has no error. */
  private static @Nullable Double number(JsonNode node) {
    return node.isNumber() && Double.isFinite(node.asDouble()) ? node.asDouble() : null;
  }

  private static String jvm(JsonNode node) {
    return "Java "
        + node.path("jdkVersion").asText("unknown")
        + ", "
        + node.path("vmName").asText("unknown")
        + ", JMH "
        + node.path("jmhVersion").asText("unknown");
  }
}
