package io.github.memoryleak.maven;

import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals that run the tests have in common. */
abstract class AbstractTestsMojo extends AbstractLeakMojo {

  /** Skips this goal, as Surefire is skipped. */
  @Parameter(property = "skipTests", defaultValue = "false")
  private boolean skipTests;

  /** Skips this goal, as compiling and running the tests is skipped. */
  @Parameter(property = "maven.test.skip", defaultValue = "false")
  private boolean mavenTestSkip;

  AbstractTestsMojo() {}

  @Override
  Optional<String> skipReason() {
    Optional<String> reason = super.skipReason();
    return reason.isPresent() || !runsTests() ? reason : noTestsReason();
  }

  /** Whether this goal runs tests, as it is configured. */
  boolean runsTests() {
    return true;
  }

  private Optional<String> noTestsReason() {
    if (mavenTestSkip) {
      return Optional.of("maven.test.skip is set");
    }
    if (skipTests) {
      return Optional.of("skipTests is set");
    }
    return "pom".equals(project().getPackaging())
        ? Optional.of("a module with packaging pom has no tests")
        : Optional.empty();
  }
}
