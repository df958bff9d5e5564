package io.github.memoryleak.maven.selection;

import io.github.memoryleak.junit.DriverSettings.TestPattern;
import io.github.memoryleak.maven.settings.SurefireSettings;
import io.github.memoryleak.maven.settings.UserError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.surefire.api.testset.ResolvedTest;
import org.apache.maven.surefire.api.testset.TestListResolver;
import org.jspecify.annotations.Nullable;

/**
 * The tests to measure.
 *
 * @param classes names of the classes, sorted
 * @param patterns which tests of these classes; empty for all
 */
@SuppressWarnings("deprecation") // ResolvedTest: the announced new name does not exist yet
public record TestSelection(List<String> classes, List<TestPattern> patterns) {
  private static final List<String> DEFAULT_INCLUDES =
      List.of("**/Test*.java", "**/*Test.java", "**/*Tests.java", "**/*TestCase.java");
  private static final List<String> DEFAULT_EXCLUDES = List.of("**/*$*");
  private static final String CLASS = ".class";

  /** Copies the lists. */
  public TestSelection {
    classes = List.copyOf(classes);
    patterns = List.copyOf(patterns);
  }

  /**
   * {@return the tests that Surefire would run, or those that the given pattern names}
   *
   * @param classFiles all class files, as {@code com/acme/CartTest.class}
   * @param settings what Surefire is told
   * @param test a pattern as in Surefire's {@code test}, such as {@code Cart*#add+remove}; or
   *     {@code null}
   * @throws UserError when a pattern cannot be read
   */
  public static TestSelection of(
      Collection<String> classFiles, SurefireSettings.Tests settings, @Nullable String test) {
    try {
      return test == null ? byConfiguration(classFiles, settings) : byName(classFiles, test);
    } catch (IllegalArgumentException e) {
      throw new UserError("The test pattern cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * {@return those of them that are in a package, or in a package below it}
   *
   * @param name the package, such as {@code com.acme}
   */
  public TestSelection inPackage(String name) {
    return new TestSelection(
        classes.stream().filter(type -> type.startsWith(name + ".")).toList(), patterns);
  }

  private static TestSelection byConfiguration(
      Collection<String> classFiles, SurefireSettings.Tests settings) {
    TestListResolver resolver =
        new TestListResolver(
            settings.includes().isEmpty() ? DEFAULT_INCLUDES : settings.includes(),
            settings.excludes().isEmpty() ? DEFAULT_EXCLUDES : settings.excludes());
    if (resolver.hasMethodPatterns()) {
      throw new UserError(
          "Surefire's <includes> and <excludes> name classes only; a method is selected by"
              + " -Dleak.test=Class#method.");
    }
    return new TestSelection(names(classFiles, resolver), List.of());
  }

  private static TestSelection byName(Collection<String> classFiles, String test) {
    TestListResolver resolver = new TestListResolver(test);
    List<String> topLevel = classFiles.stream().filter(f -> f.indexOf('$') < 0).toList();
    List<String> named = names(topLevel, resolver);
    return new TestSelection(
        named.isEmpty() ? names(classFiles, resolver) : named,
        resolver.hasMethodPatterns() ? patterns(classFiles, resolver) : List.of());
  }

  private static List<String> names(Collection<String> classFiles, TestListResolver resolver) {
    return classFiles.stream()
        .filter(file -> resolver.shouldRun(file, null))
        .map(TestSelection::className)
        .sorted()
        .toList();
  }

  /**
   * Surefire's patterns are over class files; the names of the classes that they match say the same
   * exactly.
   */
  private static List<TestPattern> patterns(
      Collection<String> classFiles, TestListResolver resolver) {
    List<TestPattern> all = new ArrayList<>();
    Stream.of(true, false)
        .forEach(
            include ->
                (include ? resolver.getIncludedPatterns() : resolver.getExcludedPatterns())
                    .stream().map(t -> pattern(include, t, classFiles)).forEach(all::add));
    return all;
  }

  private static TestPattern pattern(
      boolean include, ResolvedTest test, Collection<String> classFiles) {
    if (!test.hasTestClassPattern()) {
      return new TestPattern(include, ".*", MethodGlob.regex(test));
    }
    String classes =
        classFiles.stream()
            .filter(file -> test.matchAsInclusive(file, null))
            .map(TestSelection::className)
            .sorted()
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(?:", ")"));
    // A class that is named without a method means its nested classes, too.
    String nested = test.hasTestMethodPattern() ? "" : "(?:\\$.*)?";
    return new TestPattern(include, classes + nested, MethodGlob.regex(test));
  }

  private static String className(String file) {
    return file.substring(0, file.length() - CLASS.length()).replace('/', '.');
  }
}
