package io.github.memoryleak.maven.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;
import org.jspecify.annotations.Nullable;

/** Which JVM is measured: as Surefire would choose, after {@code leak.jvm}. */
public final class JvmChoice {
  private final ToolchainManager toolchains;
  private final MavenSession session;

  /**
   * A choice for one module.
   *
   * @param toolchains Maven's toolchains
   * @param session the build
   */
  public JvmChoice(ToolchainManager toolchains, MavenSession session) {
    this.toolchains = toolchains;
    this.session = session;
  }

  /**
   * {@return the {@code java} command}
   *
   * @param leakJvm {@code leak.jvm}, or {@code null}
   * @param surefire what Surefire is told
   * @throws UserError when the JVM cannot be used
   */
  public Path command(@Nullable Path leakJvm, SurefireSettings.Jvm surefire) {
    if (leakJvm != null) {
      return JavaHome.command(leakJvm, "leak.jvm");
    }
    if (surefire.java() != null) {
      return JavaHome.command(Path.of(surefire.java()), "Surefire's <jvm>");
    }
    String fromToolchain = toolchain(surefire.toolchain());
    return fromToolchain != null
        ? JavaHome.command(Path.of(fromToolchain), "The JDK toolchain")
        : JavaHome.command(Path.of(System.getProperty("java.home")), "java.home");
  }

  private @Nullable String toolchain(Map<String, String> requirements) {
    if (!requirements.isEmpty()) {
      List<Toolchain> found = toolchains.getToolchains(session, "jdk", requirements);
      if (found == null || found.isEmpty()) {
        throw new UserError(
            "Surefire's <jdkToolchain> asks for "
                + requirements
                + ", but no toolchain in toolchains.xml is like that.");
      }
      return found.get(0).findTool("java");
    }
    Toolchain chosen = toolchains.getToolchainFromBuildContext("jdk", session);
    return chosen == null ? null : chosen.findTool("java");
  }
}
