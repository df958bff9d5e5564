package io.github.memoryleak.maven.build;

import io.github.memoryleak.maven.settings.UserError;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;

/**
 * Compiles what a goal needs that is called by its name on the command line.
 *
 * <p>The annotation {@code @Execute} would do so, too, but for a bound goal as well, where
 * everything is compiled already: here a goal that is bound to a phase never forks, and neither
 * does one whose build has come past {@code test-compile} before.
 */
public final class Compilation {
  private static final String PHASE = "test-compile";

  private final LifecycleExecutor lifecycle;
  private final MavenSession session;
  private final MojoExecution goal;

  /**
   * For one goal of one module.
   *
   * @param lifecycle Maven's lifecycle
   * @param session the build, the module being its current project
   * @param goal the goal
   */
  public Compilation(LifecycleExecutor lifecycle, MavenSession session, MojoExecution goal) {
    this.lifecycle = lifecycle;
    this.session = session;
    this.goal = goal;
  }

  /**
   * Compiles the module, unless this build has done so.
   *
   * @param project the module
   * @throws UserError when that fails
   */
  public void ensure(MavenProject project) {
    if (goal.getSource() != MojoExecution.Source.CLI
        || goal.getLifecyclePhase() != null
        || project.hasLifecyclePhase(PHASE)) {
      return;
    }
    try {
      List<MojoExecution> plan =
          lifecycle.calculateExecutionPlan(session, PHASE).getMojoExecutions();
      lifecycle.executeForkedExecutions(fork(project, plan), session);
      record(project, plan);
    } catch (Exception e) {
      throw new UserError("The module cannot be compiled: " + e.getMessage(), e);
    }
    adopt(project.getExecutionProject(), project);
  }

  /** The goal as it would be with {@code @Execute}; the goal itself stays untouched. */
  private MojoExecution fork(MavenProject project, List<MojoExecution> plan) {
    MojoDescriptor descriptor = goal.getMojoDescriptor().clone();
    descriptor.setExecutePhase(PHASE);
    MojoExecution fork = new MojoExecution(descriptor, goal.getExecutionId(), goal.getSource());
    fork.setForkedExecutions(
        project.getGroupId() + ":" + project.getArtifactId() + ":" + project.getVersion(), plan);
    return fork;
  }

  /** Modules that depend on this one are resolved to its class files by its phases. */
  private static void record(MavenProject project, List<MojoExecution> plan) {
    Set<String> phases = new LinkedHashSet<>();
    plan.forEach(mojo -> phases.add(mojo.getLifecyclePhase()));
    phases.stream().filter(p -> p != null).forEach(project::addLifecyclePhase);
  }

  /** What plugins set while compiling, such as the path of an agent, they set on a copy. */
  private static void adopt(MavenProject executed, MavenProject project) {
    if (executed == null || executed == project) {
      return;
    }
    executed
        .getProperties()
        .forEach((key, value) -> project.getProperties().putIfAbsent(key, value));
  }
}
