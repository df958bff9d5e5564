package io.github.memoryleak.maven.launcher;

import io.github.memoryleak.maven.settings.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/** Resolves what the {@link LauncherRules} ask for from the project's repositories. */
public final class LauncherResolver {
  private final RepositorySystem repositories;
  private final RepositorySystemSession session;

  /**
   * A resolver for one build.
   *
   * @param repositories Maven's resolver
   * @param session the build's repository session
   */
  public LauncherResolver(RepositorySystem repositories, RepositorySystemSession session) {
    this.repositories = repositories;
    this.session = session;
  }

  /**
   * {@return the jars to add to the test class path}
   *
   * @param project the module, its test dependencies resolved
   * @throws UserError when the tests cannot be run, or a jar cannot be resolved
   */
  public List<Path> missing(MavenProject project) {
    Map<String, String> versions = new LinkedHashMap<>();
    for (Artifact artifact : project.getArtifacts()) {
      versions.put(
          artifact.getGroupId() + ":" + artifact.getArtifactId(), artifact.getBaseVersion());
    }
    Map<String, Path> found = new LinkedHashMap<>();
    for (Coordinates wanted : LauncherRules.missing(versions)) {
      resolve(wanted, project).forEach(found::putIfAbsent);
    }
    found.keySet().removeAll(versions.keySet());
    return List.copyOf(found.values());
  }

  private Map<String, Path> resolve(Coordinates wanted, MavenProject project) {
    CollectRequest collect =
        new CollectRequest(
            new Dependency(new DefaultArtifact(jar(wanted)), "runtime"),
            project.getRemoteProjectRepositories());
    // The project's managed versions hold for what is added, too.
    collect.setManagedDependencies(managed(project, wanted));
    try {
      Map<String, Path> jars = new LinkedHashMap<>();
      for (ArtifactResult result :
          repositories
              .resolveDependencies(session, new DependencyRequest(collect, null))
              .getArtifactResults()) {
        org.eclipse.aether.artifact.Artifact a = result.getArtifact();
        jars.put(a.getGroupId() + ":" + a.getArtifactId(), a.getFile().toPath());
      }
      return jars;
    } catch (DependencyResolutionException e) {
      throw new UserError(
          wanted
              + " is needed to run the tests but cannot be resolved: "
              + e.getMessage()
              + ". Add it to the module's test dependencies, or run once without --offline.",
          e);
    }
  }

  private static String jar(Coordinates wanted) {
    return wanted.groupId() + ":" + wanted.artifactId() + ":jar:" + wanted.version();
  }

  /** What the project has already decided on: the artifacts of its test class path. */
  private static List<Dependency> managed(MavenProject project, Coordinates wanted) {
    List<Dependency> all = new ArrayList<>();
    for (Artifact a : project.getArtifacts()) {
      if ("jar".equals(a.getType()) && !a.hasClassifier() && !sameAs(a, wanted)) {
        all.add(
            new Dependency(
                new DefaultArtifact(a.getGroupId(), a.getArtifactId(), "jar", a.getBaseVersion()),
                "runtime"));
      }
    }
    return all;
  }

  private static boolean sameAs(Artifact artifact, Coordinates wanted) {
    return wanted.key().equals(artifact.getGroupId() + ":" + artifact.getArtifactId());
  }
}
