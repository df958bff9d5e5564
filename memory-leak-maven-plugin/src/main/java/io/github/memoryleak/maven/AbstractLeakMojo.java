package io.github.memoryleak.maven;

import io.github.memoryleak.maven.settings.Typos;
import io.github.memoryleak.maven.settings.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** What all goals that measure have in common: when they are skipped, and how they fail. */
abstract class AbstractLeakMojo extends AbstractMojo {

  /** The module. */
  @org.apache.maven.plugins.annotations.Parameter(
      defaultValue = "${project}",
      readonly = true,
      required = true)
  private @Nullable MavenProject project;

  /** The build. */
  @org.apache.maven.plugins.annotations.Parameter(
      defaultValue = "${session}",
      readonly = true,
      required = true)
  private @Nullable MavenSession session;

  /** This goal. */
  @org.apache.maven.plugins.annotations.Parameter(
      defaultValue = "${mojoExecution}",
      readonly = true,
      required = true)
  private @Nullable MojoExecution mojoExecution;

  /** Skips this goal. */
  @org.apache.maven.plugins.annotations.Parameter(property = "leak.skip", defaultValue = "false")
  private boolean skip;

  /** Skips this goal, as Surefire is skipped. */
  @org.apache.maven.plugins.annotations.Parameter(property = "skipTests", defaultValue = "false")
  private boolean skipTests;

  /** Skips this goal, as compiling and running the tests is skipped. */
  @org.apache.maven.plugins.annotations.Parameter(
      property = "maven.test.skip",
      defaultValue = "false")
  private boolean mavenTestSkip;

  AbstractLeakMojo() {}

  /** Measures; returns why it did not, if so. */
  abstract Optional<String> run()
      throws MojoExecutionException, MojoFailureException, InterruptedException;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    try {
      rejectTypos();
      Optional<String> reason = skipReason();
      if (reason.isEmpty()) {
        reason = run();
      }
      reason.ifPresent(why -> getLog().info("Skipped: " + why + "."));
    } catch (UserError e) {
      throw new MojoExecutionException(e.getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("The measurement was interrupted.", e);
    }
  }

  private Optional<String> skipReason() {
    if (skip) {
      return Optional.of("leak.skip is set");
    }
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

  /** Maven 3.6 drops unknown elements without a word, later ones only warn. */
  private void rejectTypos() {
    MojoDescriptor descriptor = mojoExecution().getMojoDescriptor();
    Set<String> known = new TreeSet<>();
    for (MojoDescriptor goal : descriptor.getPluginDescriptor().getMojos()) {
      List<Parameter> parameters = goal.getParameters();
      if (parameters != null) {
        parameters.forEach(p -> known.add(p.getName()));
      }
    }
    Typos.firstUnknown(written(), known)
        .ifPresent(
            sentence -> {
              throw new UserError(sentence);
            });
  }

  /**
   * The elements as the POM has them: the goal's own configuration has lost the unknown ones by
   * now.
   */
  private Set<String> written() {
    Set<String> names = new TreeSet<>();
    var plugin = project().getPlugin(mojoExecution().getPlugin().getKey());
    if (plugin == null) {
      return names;
    }
    add(plugin.getConfiguration(), names);
    var execution = plugin.getExecutionsAsMap().get(mojoExecution().getExecutionId());
    if (execution != null) {
      add(execution.getConfiguration(), names);
    }
    return names;
  }

  private static void add(@Nullable Object configuration, Set<String> names) {
    if (configuration instanceof Xpp3Dom dom) {
      Arrays.stream(dom.getChildren()).map(Xpp3Dom::getName).forEach(names::add);
    }
  }

  final MavenProject project() {
    return injected(project);
  }

  final MavenSession session() {
    return injected(session);
  }

  final MojoExecution mojoExecution() {
    return injected(mojoExecution);
  }

  private static <T> T injected(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("Maven has not injected a parameter");
    }
    return value;
  }
}
