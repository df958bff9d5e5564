package io.github.memoryleak.maven.launcher;

import io.github.memoryleak.maven.settings.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the test class path lacks to run its tests on the JUnit Platform.
 *
 * <p>The launcher must have the version of the platform that the project brings, or else discovery
 * fails in obscure ways. A project without the platform (JUnit 4, TestNG) gets the newest platform
 * that its engine is known to work with.
 */
public final class LauncherRules {
  private static final String PLATFORM = "org.junit.platform:";
  private static final String JUPITER = "org.junit.jupiter:";
  private static final String VINTAGE = "org.junit.vintage";
  private static final String DEFAULT_JUPITER = "5.14.1";
  private static final String DEFAULT_PLATFORM = "1.14.1";
  private static final String TESTNG_ENGINE = "1.1.0";

  private final Map<String, String> versions;
  private final List<Coordinates> missing = new ArrayList<>();

  private LauncherRules(Map<String, String> versions) {
    this.versions = versions;
  }

  /**
   * {@return what is to be added, the launcher first}
   *
   * @param versions the project's test artifacts: {@code groupId:artifactId} to version
   * @throws UserError when the project's test framework cannot be run
   */
  public static List<Coordinates> missing(Map<String, String> versions) {
    LauncherRules rules = new LauncherRules(Map.copyOf(versions));
    rules.addLauncher();
    rules.addEngines();
    return List.copyOf(rules.missing);
  }

  private void addLauncher() {
    String platform = platformVersion();
    if (older(platform, "1.8")) {
      throw new UserError(
          "The tests use JUnit Platform "
              + platform
              + ", but 1.8 (JUnit 5.8) or later is needed: update JUnit.");
    }
    if (!versions.containsKey(PLATFORM + "junit-platform-launcher")) {
      missing.add(new Coordinates("org.junit.platform", "junit-platform-launcher", platform));
    }
  }

  private String platformVersion() {
    for (String artifact :
        List.of("junit-platform-launcher", "junit-platform-engine", "junit-platform-commons")) {
      String version = versions.get(PLATFORM + artifact);
      if (version != null) {
        return version;
      }
    }
    String jupiter = versions.get(JUPITER + "junit-jupiter-api");
    return jupiter == null ? DEFAULT_PLATFORM : platformOf(jupiter);
  }

  /** JUnit 5.x.y belongs to Platform 1.x.y; from 6 on there is one number. */
  private static String platformOf(String jupiter) {
    return jupiter.startsWith("5.") ? "1." + jupiter.substring(2) : jupiter;
  }

  private static String jupiterOf(String platform) {
    return platform.startsWith("1.") ? "5." + platform.substring(2) : platform;
  }

  private void addEngines() {
    String jupiter = versions.get(JUPITER + "junit-jupiter-api");
    if (jupiter != null && !versions.containsKey(JUPITER + "junit-jupiter-engine")) {
      missing.add(new Coordinates("org.junit.jupiter", "junit-jupiter-engine", jupiter));
    }
    addVintage(versions.get("junit:junit"), jupiter);
    addTestNg(versions.get("org.testng:testng"));
    if (missing.stream().allMatch(c -> c.artifactId().endsWith("-launcher")) && !hasEngine()) {
      throw new UserError(
          "No test framework was found on the test class path: JUnit 4.12 or later, JUnit Jupiter"
              + " or TestNG 6.14.3 or later is needed.");
    }
  }

  private boolean hasEngine() {
    return versions.containsKey(PLATFORM + "junit-platform-engine")
        || versions.keySet().stream().anyMatch(k -> k.endsWith("-engine"));
  }

  private void addVintage(@Nullable String junit, @Nullable String jupiter) {
    if (junit == null || versions.containsKey(VINTAGE + ":junit-vintage-engine")) {
      return;
    }
    if (older(junit, "4.12")) {
      if (jupiter == null) {
        throw new UserError(
            "The tests use JUnit "
                + junit
                + ", but JUnit 4.12 or later is needed: update junit:junit to 4.13.2.");
      }
      return;
    }
    boolean platform = versions.keySet().stream().anyMatch(k -> k.startsWith(PLATFORM));
    String version = platform ? jupiterOf(platformVersion()) : DEFAULT_JUPITER;
    missing.add(
        new Coordinates(VINTAGE, "junit-vintage-engine", jupiter == null ? version : jupiter));
  }

  private void addTestNg(@Nullable String testng) {
    if (testng == null || versions.containsKey("org.junit.support:testng-engine")) {
      return;
    }
    if (older(testng, "6.14.3")) {
      throw new UserError(
          "The tests use TestNG "
              + testng
              + ", but 6.14.3 or later is needed: update org.testng:testng.");
    }
    missing.add(new Coordinates("org.junit.support", "testng-engine", TESTNG_ENGINE));
  }

  private static boolean older(String version, String floor) {
    return new ComparableVersion(version).compareTo(new ComparableVersion(floor)) < 0;
  }
}
