package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page of the documentation.
 *
 * @param file where it is
 * @param text what it says
 */
record MarkdownPage(Path file, String text) {
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

  private static final Pattern FENCED = Pattern.compile("(?m)^```\\w*\\n([\\s\\S]*?)^```$");
  private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
  private static final String INDENT = "    ";

  static MarkdownPage of(Path file) {
    try {
      return new MarkdownPage(file, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return a fenced block of a language, without the fences} */
  String block(String language, int index) {
    return blocks(language).get(index);
  }

  /** {@return the fenced blocks of a language, without the fences} */
  List<String> blocks(String language) {
    return Pattern.compile("(?m)^```" + language + "\\n([\\s\\S]*?)^```$")
        .matcher(text)
        .results()
        .map(found -> found.group(1).strip())
        .toList();
  }

  /** {@return what is set as code: each line of a block, and each span within a line or two} */
  List<String> code() {
    List<String> code = new ArrayList<>(indented());
    FENCED
        .matcher(text)
        .results()
        .flatMap(block -> joined(block.group(1)).lines())
        .forEach(code::add);
    SPAN.matcher(withoutBlocks())
        .results()
        .map(span -> span.group(1).replaceAll("\\s*\n\\s*", " "))
        .forEach(code::add);
    return code;
  }

  /** {@return the lines of blocks that are set off by four spaces} */
  List<String> indented() {
    return joined(FENCED.matcher(text).replaceAll(""))
        .lines()
        .filter(line -> line.startsWith(INDENT))
        .map(String::strip)
        .toList();
  }

  private String withoutBlocks() {
    return FENCED
        .matcher(text)
        .replaceAll("")
        .lines()
        .filter(line -> !line.startsWith(INDENT))
        .collect(Collectors.joining("\n"));
  }

  /** Without the ends of lines that go on in the next one. */
  private static String joined(String block) {
    return block.replaceAll("\\\\\n\\s*", " ");
  }

  /** {@return the rows of a table without code marks; the last column where it holds no prose} */
  List<List<String>> rows(String header) {
    List<String> lines = text.lines().toList();
    int at = lines.indexOf(header);
    assertThat(at).as("the table " + header + " in " + file).isNotNegative();
    boolean prose = header.endsWith("| meaning |");
    return lines.stream()
        .skip(at + 2L)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> cells(line, prose))
        .toList();
  }

  private static List<String> cells(String line, boolean prose) {
    List<String> cells =
        Arrays.stream(line.substring(1).split("\\|"))
            .map(cell -> cell.replace("`", "").strip())
            .toList();
    return prose ? cells.subList(0, cells.size() - 1) : cells;
  }

  /** {@return the links into this repository that lead nowhere} */
  List<String> brokenLinks() {
    return LINK.matcher(text)
        .results()
        .map(found -> found.group(1))
        .filter(link -> !link.startsWith("https://"))
        .filter(link -> !leadsSomewhere(link))
        .toList();
  }

  private boolean leadsSomewhere(String link) {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
    return Files.exists(target) && (parts.length == 1 || of(target).anchors().contains(parts[1]));
  }

  /** The names that headings get: lower case, words joined by hyphens, no punctuation. */
  private List<String> anchors() {
    return HEADING
        .matcher(text)
        .results()
        .map(found -> found.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }
}
