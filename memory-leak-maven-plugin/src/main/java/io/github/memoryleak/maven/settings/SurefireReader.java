package io.github.memoryleak.maven.settings;

import io.github.memoryleak.maven.settings.SurefireSettings.Classpath;
import io.github.memoryleak.maven.settings.SurefireSettings.Jvm;
import io.github.memoryleak.maven.settings.SurefireSettings.Tests;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads Surefire's configuration, so that nobody has to write it down twice. */
public final class SurefireReader {
  /** Surefire numbers its JVMs from 1; ours is one. Maven leaves what it does not know as it is. */
  private static final Pattern FORK = Pattern.compile("\\$\\{surefire\\.(fork|thread)Number}");

  private final ConfigurationSource surefire;
  private final Path basedir;
  private final Path localRepository;
  private final Map<String, String> userProperties;
  private final UnaryOperator<@Nullable String> lateValues;
  private final List<String> notes = new ArrayList<>();

  /**
   * A reader of one module's configuration.
   *
   * @param surefire the configuration of maven-surefire-plugin
   * @param basedir the module's directory; relative paths start there
   * @param localRepository Maven's local repository, of which Surefire tells the tests
   * @param userProperties what the user gave on the command line
   * @param lateValues the value of a late expression such as <code>&#64;{argLine}</code>, or {@code
   *     null}
   */
  public SurefireReader(
      ConfigurationSource surefire,
      Path basedir,
      Path localRepository,
      Map<String, String> userProperties,
      UnaryOperator<@Nullable String> lateValues) {
    this.surefire = surefire;
    this.basedir = basedir;
    this.localRepository = localRepository;
    this.userProperties = Map.copyOf(userProperties);
    this.lateValues = lateValues;
  }

  /**
   * {@return the settings}
   *
   * @throws UserError when a value cannot be read
   */
  public SurefireSettings read() {
    notes.clear();
    if (!surefire.list("suiteXmlFiles", "surefire.suiteXmlFiles").isEmpty()) {
      notes.add(
          "Surefire's <suiteXmlFiles> is not followed: the test classes are found by their names.");
    }
    return new SurefireSettings(
        tests(),
        jvm(),
        classpath(),
        skipped(),
        surefire.flag("testFailureIgnore", "maven.test.failure.ignore", false),
        notes);
  }

  private @Nullable String skipped() {
    if (surefire.flag("skipTests", "skipTests", false)) {
      return "skipTests";
    }
    if (surefire.flag("skipExec", "maven.test.skip.exec", false)) {
      return "skipExec";
    }
    return surefire.flag("skip", "maven.test.skip", false) ? "skip" : null;
  }

  private Tests tests() {
    return new Tests(
        patterns("includes", "surefire.includes", "includesFile", "surefire.includesFile"),
        patterns("excludes", "surefire.excludes", "excludesFile", "surefire.excludesFile"),
        blankToNull(surefire.text("test", "test")),
        surefire.flag("failIfNoSpecifiedTests", "surefire.failIfNoSpecifiedTests", true),
        surefire.list("groups", "groups"),
        surefire.list("excludedGroups", "excludedGroups"),
        surefire.list("includeJUnit5Engines", "surefire.includeJUnit5Engines"),
        surefire.list("excludeJUnit5Engines", "surefire.excludeJUnit5Engines"),
        properties(surefire.text("properties/configurationParameters", null)),
        surefire.list("dependenciesToScan", "dependenciesToScan"));
  }

  private List<String> patterns(String element, String property, String file, String fileProperty) {
    List<String> all = new ArrayList<>();
    String listed = blankToNull(surefire.text(file, fileProperty));
    if (listed != null) {
      lines(file, basedir.resolve(listed)).stream()
          .map(String::trim)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .forEach(all::add);
    }
    all.addAll(surefire.list(element, property));
    return all;
  }

  private Jvm jvm() {
    String directory = blankToNull(surefire.text("workingDirectory", "basedir"));
    return new Jvm(
        arguments(),
        systemProperties(),
        numbered(surefire.map("environmentVariables")),
        surefire.list("excludedEnvironmentVariables", "surefire.excludedEnvironmentVariables"),
        directory == null ? null : basedir.resolve(numbered(directory)),
        blankToNull(surefire.text("jvm", "jvm")),
        surefire.map("jdkToolchain"),
        surefire.flag("enableAssertions", "enableAssertions", true));
  }

  private List<String> arguments() {
    String argLine = surefire.text("argLine", "argLine");
    if (argLine == null) {
      return List.of();
    }
    List<String> words =
        new ArrayList<>(ArgLine.split(numbered(ArgLine.replaceLate(argLine, lateValues))));
    if (words.removeIf(ArgLine::isCoverageAgent)) {
      notes.add("The JaCoCo agent of the argLine is left out of the measured JVM.");
    }
    if (words.removeIf(ArgLine::isDebugger)) {
      notes.add(
          "The debugger of the argLine is left out of the measured JVM: leak.argLine can start one.");
    }
    words.stream().map(ArgLine::otherAgent).flatMap(Optional::stream).forEach(this::tell);
    return words;
  }

  /** Mockito's agent is in many builds, and keeps nothing by itself. */
  private void tell(String agent) {
    if (!agent.startsWith("mockito-") && !agent.startsWith("byte-buddy-agent")) {
      notes.add("The agent " + agent + " of the argLine runs in the measured JVM as well.");
    }
  }

  private Map<String, String> systemProperties() {
    Map<String, String> all = new LinkedHashMap<>(surefire.map("systemProperties"));
    String file =
        blankToNull(surefire.text("systemPropertiesFile", "surefire.systemPropertiesFile"));
    if (file != null) {
      all.putAll(
          properties(String.join("\n", lines("systemPropertiesFile", basedir.resolve(file)))));
    }
    all.putAll(surefire.map("systemPropertyVariables"));
    if (surefire.flag(
        "promoteUserPropertiesToSystemProperties",
        "surefire.promoteUserPropertiesToSystemProperties",
        true)) {
      all.putAll(userProperties);
    }
    all.put("basedir", basedir.toString());
    all.put("localRepository", localRepository.toString());
    return numbered(all);
  }

  private static Map<String, String> numbered(Map<String, String> values) {
    Map<String, String> all = new LinkedHashMap<>(values);
    all.replaceAll((name, value) -> numbered(value));
    return all;
  }

  private static String numbered(String text) {
    return FORK.matcher(text).replaceAll("1");
  }

  private Classpath classpath() {
    String classes = blankToNull(surefire.text("testClassesDirectory", null));
    return new Classpath(
        surefire.list("additionalClasspathElements", "maven.test.additionalClasspath").stream()
            .map(basedir::resolve)
            .toList(),
        surefire.list("classpathDependencyExcludes", "maven.test.dependency.excludes"),
        blankToNull(surefire.text("classpathDependencyScopeExclude", null)),
        classes == null ? null : basedir.resolve(classes),
        surefire.flag("useModulePath", "surefire.useModulePath", true) && isForked());
  }

  /** Within Maven's JVM Surefire knows no module path. */
  private boolean isForked() {
    String forks = blankToNull(surefire.text("forkCount", "forkCount"));
    return forks == null || !forks.equals("0");
  }

  private static List<String> lines(String element, Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UserError(
          "The file that Surefire's <" + element + "> names cannot be read: " + file + ".", e);
    }
  }

  private static Map<String, String> properties(@Nullable String text) {
    Properties properties = new Properties();
    try (Reader in = new StringReader(text == null ? "" : text)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> all = new LinkedHashMap<>();
    properties.stringPropertyNames().forEach(k -> all.put(k, properties.getProperty(k, "")));
    return all;
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.trim();
  }
}
