package io.github.memoryleak.maven.settings;

import io.github.memoryleak.maven.settings.TestSettings.Module;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.project.MavenProject;

/** Reads what the POM says about a module. */
public final class ModuleReader {
  private final MavenProject project;
  private final MavenSession session;

  /**
   * A reader of one module.
   *
   * @param project the module
   * @param session the build
   */
  public ModuleReader(MavenProject project, MavenSession session) {
    this.project = project;
    this.session = session;
  }

  /**
   * {@return what the project tells Surefire}
   *
   * @param execution the goal that asks; expressions are evaluated in its place
   * @throws UserError when it cannot be read
   */
  public SurefireSettings surefire(MojoExecution execution) {
    PluginParameterExpressionEvaluator evaluator =
        new PluginParameterExpressionEvaluator(session, execution);
    return new SurefireReader(
            MavenConfiguration.ofSurefire(project, evaluator),
            project.getBasedir().toPath(),
            Path.of(session.getLocalRepository().getBasedir()),
            userProperties(),
            name ->
                project.getProperties().containsKey(name)
                    ? project.getProperties().getProperty(name)
                    : session.getUserProperties().getProperty(name))
        .read();
  }

  /**
   * {@return the module}
   *
   * @param surefire what changes its class path
   * @param reports where the reports go
   */
  public Module module(SurefireSettings surefire, Path reports) {
    Path testClasses = surefire.classpath().testClasses();
    return new Module(
        project.getBasedir().toPath(),
        sources(),
        Path.of(project.getBuild().getOutputDirectory()),
        testClasses != null ? testClasses : Path.of(project.getBuild().getTestOutputDirectory()),
        artifacts(surefire.classpath()),
        coordinates(),
        scanned(surefire.tests().dependenciesToScan()),
        reports);
  }

  private List<Path> sources() {
    List<Path> roots = new ArrayList<>();
    project.getCompileSourceRoots().forEach(root -> roots.add(Path.of(root)));
    project.getTestCompileSourceRoots().forEach(root -> roots.add(Path.of(root)));
    return roots;
  }

  private List<Path> artifacts(SurefireSettings.Classpath classpath) {
    return project.getArtifacts().stream()
        .filter(a -> a.getArtifactHandler().isAddedToClasspath() && a.getFile() != null)
        .filter(a -> !ArtifactPattern.matchesAny(classpath.excludedDependencies(), a))
        .filter(a -> !a.getScope().equals(classpath.excludedScope()))
        .map(ModuleReader::file)
        .toList();
  }

  private Map<Path, String> coordinates() {
    Map<Path, String> all = new HashMap<>();
    project.getArtifacts().stream()
        .filter(a -> a.getFile() != null)
        .forEach(
            a -> all.put(file(a), a.getGroupId() + ":" + a.getArtifactId() + ":" + a.getVersion()));
    return all;
  }

  private List<Path> scanned(List<String> patterns) {
    return project.getArtifacts().stream()
        .filter(a -> a.getFile() != null && ArtifactPattern.matchesAny(patterns, a))
        .map(ModuleReader::file)
        .toList();
  }

  private static Path file(Artifact artifact) {
    return artifact.getFile().toPath();
  }

  private Map<String, String> userProperties() {
    Map<String, String> all = new HashMap<>();
    Properties properties = session.getUserProperties();
    properties.stringPropertyNames().forEach(k -> all.put(k, properties.getProperty(k, "")));
    return all;
  }
}
