package io.github.memoryleak.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a build said and wrote.
 *
 * @param directory the project
 * @param exit the exit code of {@code mvn}
 * @param lines its output
 */
record MavenResult(Path directory, int exit, List<String> lines) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern LEAK_GOAL =
      Pattern.compile("\\[INFO] --- (memory-leak-maven-plugin|leak):[^:]+:test .*");

  private static final Pattern OTHER_GOAL = Pattern.compile("\\[INFO] --- .*");
  private static final Pattern RULE = Pattern.compile("\\[INFO] -{20,}.*");
  private static final String FAILURE = "[ERROR] Failed to execute goal ";

  /** {@return what {@code leak:test} printed, without what differs from run to run} */
  String console() {
    return consoles().stream().findFirst().orElse("");
  }

  /** {@return what each execution of {@code leak:test} printed} */
  List<String> consoles() {
    List<String> blocks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (LEAK_GOAL.matcher(lines.get(i)).matches()) {
        blocks.add(Normaliser.of(directory).normalise(block(i)));
      }
    }
    return blocks;
  }

  private List<String> block(int header) {
    int start = header + 1;
    while (isBlank(lines.get(start))) {
      start++;
    }
    if (lines.get(start).startsWith("[INFO] >>> ")) {
      // What it compiles first stands between arrows.
      while (!lines.get(start).startsWith("[INFO] <<< ")) {
        start++;
      }
      start++;
    }
    return trim(
        lines.subList(start, lines.size()).stream()
            .takeWhile(line -> !OTHER_GOAL.matcher(line).matches())
            .takeWhile(line -> !RULE.matcher(line).matches())
            .toList());
  }

  private static List<String> trim(List<String> block) {
    int from = 0;
    int to = block.size();
    while (from < to && isBlank(block.get(from))) {
      from++;
    }
    while (to > from && isBlank(block.get(to - 1))) {
      to--;
    }
    return block.subList(from, to);
  }

  private static boolean isBlank(String line) {
    return line.replace("[INFO]", "").isBlank();
  }

  /** {@return the message that ended the build, from its first line to the link to Maven's help} */
  String failure() {
    List<String> message = new ArrayList<>();
    boolean inside = false;
    for (String line : lines) {
      inside |= line.startsWith(FAILURE);
      if (inside) {
        message.add(line.replace("\u001b[1m", ""));
      }
      if (inside && line.contains("[Help 1]")) {
        break;
      }
    }
    return Normaliser.of(directory).normalise(message);
  }

  /** {@return the lines that match a regular expression} */
  List<String> linesLike(String regex) {
    return lines.stream().filter(Pattern.compile(regex).asMatchPredicate()).toList();
  }

  /** {@return the verdict of the report} */
  String verdict() {
    return report().get("verdict").asText();
  }

  /** {@return each judged subject as {@code LEAK com.acme.CheckoutTest#pay}} */
  List<String> subjects() {
    return stream(report().get("subjects"))
        .map(subject -> subject.get("verdict").asText() + " " + subject.get("name").asText())
        .toList();
  }

  /** {@return each finding as {@code HEAP com.acme.CheckoutTest#pay com.acme.Session 1.0}} */
  List<String> findings() {
    return stream(report().get("findings"))
        .map(
            finding ->
                String.join(
                    " ",
                    finding.get("kind").asText(),
                    finding.get("subject").asText(),
                    finding.get("type").asText(),
                    finding.get("countPerLoop").asText()))
        .toList();
  }

  /**
   * {@return each finding as {@code pay: com.acme.Session held by static com.acme.Sessions.ACTIVE.
   * It is never removed.}}
   */
  List<String> causes() {
    return stream(report().get("findings"))
        .map(
            finding ->
                "%s: %s held by %s. %s"
                    .formatted(
                        finding.get("subject").asText().replaceFirst(".*#", ""),
                        finding.get("type").asText(),
                        finding.get("holder").asText(),
                        finding.at("/advice/cause").asText()))
        .toList();
  }

  /** {@return who holds what leaks in a subject} */
  List<String> holders(String subject) {
    return stream(report().get("findings"))
        .filter(finding -> finding.get("subject").asText().equals(subject))
        .map(finding -> finding.get("holder").asText())
        .toList();
  }

  /** {@return the same build, looked at from one of its modules} */
  MavenResult inModule(String module) {
    return new MavenResult(directory.resolve(module), exit, lines);
  }

  /** {@return the report} */
  JsonNode report() {
    try {
      return JSON.readTree(directory.resolve("target/leak-reports/leak-report.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return whether there is a report} */
  boolean hasReport() {
    return Files.exists(directory.resolve("target/leak-reports/leak-report.json"));
  }

  /** {@return all output, for messages} */
  String output() {
    return String.join("\n", lines);
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
