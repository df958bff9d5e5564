package io.github.memoryleak.maven.launcher;

/**
 * A jar in a Maven repository.
 *
 * @param groupId the group
 * @param artifactId the artifact
 * @param version the version
 */
public record Coordinates(String groupId, String artifactId, String version) {

  /** {@return group and artifact, separated by a colon} */
  public String key() {
    return groupId + ":" + artifactId;
  }

  @Override
  public String toString() {
    return key() + ":" + version;
  }
}
