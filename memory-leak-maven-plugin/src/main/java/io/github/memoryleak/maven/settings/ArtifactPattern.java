package io.github.memoryleak.maven.settings;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.maven.artifact.Artifact;

/**
 * Names dependencies, as {@code groupId:artifactId[:type[:classifier[:version]]]}; a star stands
 * for any text.
 */
final class ArtifactPattern {
  private ArtifactPattern() {}

  /** {@return whether one of the patterns names the artifact} */
  static boolean matchesAny(List<String> patterns, Artifact artifact) {
    return patterns.stream().anyMatch(pattern -> matches(pattern, artifact));
  }

  private static boolean matches(String pattern, Artifact a) {
    String[] wanted = pattern.split(":", -1);
    String classifier = a.getClassifier() == null ? "" : a.getClassifier();
    String[] actual = {
      a.getGroupId(), a.getArtifactId(), a.getType(), classifier, a.getBaseVersion()
    };
    for (int i = 0; i < Math.min(wanted.length, actual.length); i++) {
      if (!glob(wanted[i]).matcher(actual[i]).matches()) {
        return false;
      }
    }
    return true;
  }

  private static Pattern glob(String text) {
    if (text.isEmpty()) {
      return Pattern.compile(".*");
    }
    return Pattern.compile(("\\Q" + text + "\\E").replace("*", "\\E.*\\Q"));
  }
}
