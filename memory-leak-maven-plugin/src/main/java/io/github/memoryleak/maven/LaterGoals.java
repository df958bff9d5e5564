package io.github.memoryleak.maven;

import io.github.memoryleak.maven.settings.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;

/**
 * The goals of this plugin that run the tests as well, and come later in the build of the module:
 * bound to a phase, or named on the command line.
 *
 * @param tools Maven's parts
 * @param session the build
 * @param current the goal that runs
 * @param log for the goals
 */
record LaterGoals(Tools tools, MavenSession session, MojoExecution current, Log log) {
  private static final Set<String> RUN_TESTS = Set.of("test", "check", "profile", "heap");

  /** {@return these goals, configured} */
  List<AbstractTestsMojo> all() {
    try {
      List<MojoExecution> plan =
          tools
              .lifecycle()
              .calculateExecutionPlan(session, tasks().toArray(String[]::new))
              .getMojoExecutions();
      List<AbstractTestsMojo> goals = new ArrayList<>();
      for (MojoExecution execution : plan.subList(after(plan), plan.size())) {
        if (isOurs(execution) && RUN_TESTS.contains(execution.getGoal())) {
          goals.add(configured(execution));
        }
      }
      return goals;
    } catch (Exception e) {
      // Whatever is wrong with a later goal is told when its turn comes; until then each runs
      // alone.
      log.debug("The later goals cannot be told", e);
      return List.of();
    }
  }

  private AbstractTestsMojo configured(MojoExecution execution) throws Exception {
    Mojo goal = tools.plugins().getConfiguredMojo(Mojo.class, session, execution);
    goal.setLog(log);
    if (goal instanceof AbstractTestsMojo runsTests) {
      return runsTests;
    }
    throw new UserError(execution.getGoal() + " is of another version of the plugin.");
  }

  private List<String> tasks() {
    List<String> goals = session.getGoals();
    String byDefault = session.getTopLevelProject().getDefaultGoal();
    return goals.isEmpty() && byDefault != null
        ? Arrays.asList(byDefault.trim().split("\\s+"))
        : goals;
  }

  private int after(List<MojoExecution> plan) {
    for (int i = 0; i < plan.size(); i++) {
      MojoExecution execution = plan.get(i);
      if (isOurs(execution)
          && execution.getGoal().equals(current.getGoal())
          && execution.getExecutionId().equals(current.getExecutionId())) {
        return i + 1;
      }
    }
    return plan.size();
  }

  private boolean isOurs(MojoExecution execution) {
    Plugin plugin = current.getPlugin();
    return execution.getGroupId().equals(plugin.getGroupId())
        && execution.getArtifactId().equals(plugin.getArtifactId());
  }
}
