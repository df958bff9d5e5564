package io.github.memoryleak.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtifactPatternTest {
  private static final Artifact TESTS =
      new DefaultArtifact(
          "com.acme", "shop", "1.0", "test", "jar", "tests", new DefaultArtifactHandler("jar"));

  @ParameterizedTest
  @CsvSource({
    "com.acme:shop, true",
    "com.acme:*, true",
    "com.*:sho*, true",
    "com.acme:shop:jar:tests, true",
    "com.acme:shop:jar:tests:1.0, true",
    "com.acme:shop:jar:sources, false",
    "com.acme:sho, false",
    "comXacme:shop, false"
  })
  void dependencies_are_named_part_by_part(String pattern, boolean expected) {
    assertThat(ArtifactPattern.matchesAny(List.of("other:other", pattern), TESTS))
        .isEqualTo(expected);
  }
}
