package io.github.memoryleak.maven.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the project tells Surefire, as far as it matters here.
 *
 * @param tests which tests run
 * @param jvm the JVM that they run in
 * @param classpath what is added to and taken from the class path
 * @param skipped the element that switches the tests off, or {@code null}
 * @param testFailureIgnore whether failing tests leave the build green
 * @param notes sentences about settings that are not followed
 */
public record SurefireSettings(
    Tests tests,
    Jvm jvm,
    Classpath classpath,
    @Nullable String skipped,
    boolean testFailureIgnore,
    List<String> notes) {

  /** Copies the list. */
  public SurefireSettings {
    notes = List.copyOf(notes);
  }

  /**
   * Which tests run.
   *
   * @param includes patterns of class files; empty for Surefire's defaults
   * @param excludes patterns of class files; empty for Surefire's defaults
   * @param test the {@code test} parameter, or {@code null}
   * @param failIfNoSpecifiedTests whether it is an error that {@code test} matches nothing
   * @param groups tag expressions to include
   * @param excludedGroups tag expressions to exclude
   * @param engines ids of the engines to include; empty for all
   * @param excludedEngines ids of the engines to exclude
   * @param configuration configuration parameters of the JUnit Platform
   * @param dependenciesToScan dependencies that hold tests, as {@code groupId:artifactId}
   */
  public record Tests(
      List<String> includes,
      List<String> excludes,
      @Nullable String test,
      boolean failIfNoSpecifiedTests,
      List<String> groups,
      List<String> excludedGroups,
      List<String> engines,
      List<String> excludedEngines,
      Map<String, String> configuration,
      List<String> dependenciesToScan) {

    /** Copies the collections. */
    public Tests {
      includes = List.copyOf(includes);
      excludes = List.copyOf(excludes);
      groups = List.copyOf(groups);
      excludedGroups = List.copyOf(excludedGroups);
      engines = List.copyOf(engines);
      excludedEngines = List.copyOf(excludedEngines);
      configuration = Map.copyOf(configuration);
      dependenciesToScan = List.copyOf(dependenciesToScan);
    }
  }

  /**
   * The JVM that the tests run in.
   *
   * @param arguments the words of the {@code argLine}
   * @param systemProperties system properties, the user's own included
   * @param environment variables to set
   * @param excludedEnvironment variables to take away
   * @param workingDirectory the working directory, or {@code null} for the module's
   * @param java the {@code jvm} parameter: path of a {@code java} command, or {@code null}
   * @param toolchain the requirements of {@code jdkToolchain}; empty for none
   * @param enableAssertions whether assertions are on
   */
  public record Jvm(
      List<String> arguments,
      Map<String, String> systemProperties,
      Map<String, String> environment,
      List<String> excludedEnvironment,
      @Nullable Path workingDirectory,
      @Nullable String java,
      Map<String, String> toolchain,
      boolean enableAssertions) {

    /** Copies the collections. */
    public Jvm {
      arguments = List.copyOf(arguments);
      systemProperties = Map.copyOf(systemProperties);
      environment = Map.copyOf(environment);
      excludedEnvironment = List.copyOf(excludedEnvironment);
      toolchain = Map.copyOf(toolchain);
    }
  }

  /**
   * Changes to the class path.
   *
   * @param additional elements to add after the dependencies
   * @param excludedDependencies dependencies to leave out, as {@code groupId:artifactId}
   * @param excludedScope a scope whose dependencies are left out, or {@code null}
   * @param testClasses where the test classes are, or {@code null} for the module's directory
   * @param modulePath whether a named module is tested as one
   */
  public record Classpath(
      List<Path> additional,
      List<String> excludedDependencies,
      @Nullable String excludedScope,
      @Nullable Path testClasses,
      boolean modulePath) {

    /** Copies the lists. */
    public Classpath {
      additional = List.copyOf(additional);
      excludedDependencies = List.copyOf(excludedDependencies);
    }
  }
}
