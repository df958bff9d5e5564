package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the documentation tells to type is there: goals, each option at a goal that has it,
 * profiles, properties of the build, integration tests, files. And what it says is printed, a test
 * asserts.
 */
class DocumentedCommandsIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern GOAL =
      Pattern.compile("\\bleak:([a-z]+)|memory-leak-maven-plugin:[^:\\s]+:([a-z]+)");
  private static final Pattern OPTION = Pattern.compile("-D([\\w.]+)");
  private static final Pattern PROPERTY = Pattern.compile("(?<![\\w>./*-])leak\\.[a-zA-Z]+");
  private static final Pattern OF_THE_BUILD =
      Pattern.compile("-D((?:it|benchmark)\\.\\w+|corpus)=");
  private static final Pattern PROFILE = Pattern.compile("(?<!\\w)-P(\\w+)");
  private static final Pattern EXECUTION = Pattern.compile("\\bexec@(\\w+)");
  private static final Pattern TEST = Pattern.compile("-Dit\\.test=(\\w+)");
  private static final Pattern FILE =
      Pattern.compile(
          "(?<![\\w/])(?:it-tests|leak-core|memory-leak-maven-plugin|docs)/[\\w./-]*\\w");
  private static final Pattern PRINTED =
      Pattern.compile("\\[(?:INFO|ERROR)] .*|Unknown element .*");
  private static final Map<String, Set<String>> PROPERTIES =
      GoalDescriptor.names().stream()
          .collect(Collectors.toMap(Function.identity(), DocumentedCommandsIT::properties));
  private static final Set<String> GOALS = PROPERTIES.keySet();

  static Stream<Path> pages() throws IOException {
    return DocumentationIT.pages().filter(page -> !page.endsWith("CHANGELOG.md"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_goal_is_one_of_the_plugin(Path page) {
    assertThat(MarkdownPage.of(page).code())
        .allSatisfy(code -> assertThat(GOALS).as(code).containsAll(goals(code)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_option_stands_with_a_goal_that_has_it(Path page) {
    for (String code : MarkdownPage.of(page).code()) {
      List<String> goals = goals(code);
      Set<String> known = properties(goals.isEmpty() ? GOALS : goals);
      List<String> options = found(OPTION, code);
      options.removeIf(option -> goals.isEmpty() && !option.startsWith("leak."));
      options.removeIf(option -> option.startsWith("surefire."));
      assertThat(known).as(code).containsAll(options);
      assertThat(properties(GOALS)).as(code).containsAll(found(PROPERTY, code));
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_word_to_the_build_is_one_that_it_knows(Path page) throws IOException {
    String pom = Files.readString(ROOT.resolve("it-tests/pom.xml"));
    List<Path> tests;
    try (Stream<Path> files = Files.walk(ROOT.resolve("it-tests/src/test/java"))) {
      tests = files.toList();
    }
    for (String code : MarkdownPage.of(page).code()) {
      for (String property : found(OF_THE_BUILD, code)) {
        assertThat(property.equals("it.test") ? "<it.test>" : pom).contains("<" + property + ">");
      }
      found(PROFILE, code).forEach(id -> assertThat(pom).contains("<id>" + id + "</id>"));
      found(EXECUTION, code).forEach(id -> assertThat(pom).contains("<id>" + id + "</id>"));
      found(TEST, code)
          .forEach(name -> assertThat(tests).anyMatch(file -> file.endsWith(name + ".java")));
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_file_of_the_project_is_there(Path page) {
    for (String code : MarkdownPage.of(page).code()) {
      for (String file : found(FILE, code)) {
        assertThat(file.contains("/target/") ? ROOT : ROOT.resolve(file)).exists();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_line_that_is_quoted_as_printed_is_asserted_by_a_test(Path page) throws IOException {
    String asserted;
    try (Stream<Path> files = Files.walk(ROOT.resolve("it-tests/src/test/java"))) {
      asserted =
          files
              .filter(file -> file.toString().endsWith("IT.java"))
              .map(file -> MarkdownPage.of(file).text())
              .collect(Collectors.joining());
    }
    assertThat(MarkdownPage.of(page).indented())
        .filteredOn(line -> PRINTED.matcher(line).matches())
        .allSatisfy(line -> assertThat(asserted).contains(line.replace(version(), "<version>")));
  }

  private static String version() {
    return Settings.leakVersion();
  }

  private static List<String> goals(String code) {
    return found(GOAL, code);
  }

  private static Set<String> properties(Collection<String> goals) {
    return goals.stream()
        .flatMap(goal -> PROPERTIES.getOrDefault(goal, Set.of()).stream())
        .collect(Collectors.toSet());
  }

  private static Set<String> properties(String goal) {
    return GoalDescriptor.of(goal).parameters().stream()
        .map(row -> row.get(1))
        .collect(Collectors.toSet());
  }

  /** The first group that took part in each match, or the whole of it. */
  private static List<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(
            match ->
                Stream.iterate(1, group -> group <= match.groupCount(), group -> group + 1)
                    .map(match::group)
                    .filter(group -> group != null)
                    .findFirst()
                    .orElse(match.group()))
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
