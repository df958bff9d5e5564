package io.github.memoryleak.maven;

import io.github.memoryleak.maven.settings.Typos;
import io.github.memoryleak.maven.settings.UserError;
import java.io.File;
import java.nio.file.Path;
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

/** What all goals have in common: how they are skipped, and how they fail. */
abstract class AbstractLeakMojo extends AbstractMojo {

  /** Maven leaves it as it is where there is no POM. */
  private static final String NO_BASEDIR = "${project.basedir}";

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

  AbstractLeakMojo() {}

  /** Does the work; returns why it did not, if so. */
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

  /** Why the goal is skipped, if so. */
  Optional<String> skipReason() {
    return skip ? Optional.of("leak.skip is set") : Optional.empty();
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

  /** A directory as configured; in a folder without a POM the default lies in that folder. */
  final Path directory(File configured) {
    String text = configured.getPath();
    int end = text.indexOf(NO_BASEDIR);
    return end < 0
        ? configured.toPath()
        : Path.of(session().getExecutionRootDirectory(), text.substring(end + NO_BASEDIR.length()));
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
