package io.github.memoryleak.maven.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Surefire's {@code argLine}: replaced late, split as a shell would, freed of coverage agents. */
public final class ArgLine {
  private static final Pattern LATE = Pattern.compile("@\\{([^}]+)\\}");
  private static final Pattern AGENT =
      Pattern.compile("-(?:javaagent|agentpath):(?:.*[\\\\/])?([^\\\\/=]+)(?:=.*)?");

  private static final Pattern COVERAGE =
      Pattern.compile("-javaagent:.*[\\\\/][^\\\\/]*jacoco[^\\\\/]*\\.jar(=.*)?");

  private ArgLine() {}

  /**
   * {@return the text with every late expression replaced; one that has no value becomes empty}
   *
   * @param text may hold expressions such as <code>&#64;{argLine}</code>
   * @param value looks a property up; {@code null} when it is not set
   */
  public static String replaceLate(String text, UnaryOperator<@Nullable String> value) {
    Matcher m = LATE.matcher(text);
    return m.replaceAll(
        found -> {
          String replacement = value.apply(found.group(1));
          return replacement == null ? "" : Matcher.quoteReplacement(replacement);
        });
  }

  /**
   * {@return the words of a command line}. Blanks and line ends separate words; single and double
   * quotes keep them together; a backslash stands for itself, as Windows paths need it.
   *
   * @param text the command line
   * @throws UserError when a quote is not closed
   */
  public static List<String> split(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean started = false;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0 && c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
        started = true;
      } else if (quote == 0 && Character.isWhitespace(c)) {
        if (started) {
          words.add(word.toString());
        }
        word.setLength(0);
        started = false;
      } else {
        word.append(c);
        started = true;
      }
    }
    if (quote != 0) {
      throw new UserError("A quote is not closed in the argLine: " + text);
    }
    if (started) {
      words.add(word.toString());
    }
    return words;
  }

  /**
   * {@return whether a word starts a debugger}, for which the measured JVM would wait, or whose
   * port is taken
   *
   * @param word a word of the command line
   */
  public static boolean isDebugger(String word) {
    return word.startsWith("-agentlib:jdwp")
        || word.startsWith("-Xrunjdwp")
        || word.equals("-Xdebug");
  }

  /**
   * {@return the name of another agent's file, which stays: {@code opentelemetry.jar}}
   *
   * @param word a word of the command line
   */
  public static Optional<String> otherAgent(String word) {
    Matcher agent = AGENT.matcher(word);
    return agent.matches() ? Optional.of(agent.group(1)) : Optional.empty();
  }

  /**
   * {@return whether a word starts the JaCoCo agent}, which adds an array to every class and would
   * be measured with the tests
   *
   * @param word a word of the command line
   */
  public static boolean isCoverageAgent(String word) {
    return COVERAGE.matcher(word).matches();
  }
}
