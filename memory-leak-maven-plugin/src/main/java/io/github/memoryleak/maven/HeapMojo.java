package io.github.memoryleak.maven;

import io.github.memoryleak.maven.dump.AttachedJvm;
import io.github.memoryleak.maven.dump.ProfileFiles;
import io.github.memoryleak.maven.dump.TakenDump;
import io.github.memoryleak.maven.files.ShownPath;
import io.github.memoryleak.maven.fork.TestRun;
import io.github.memoryleak.maven.settings.HeapSettings;
import io.github.memoryleak.maven.settings.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MavenPluginManager;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Takes a heap dump and shows what is in it: of a running JVM, or of a JVM that has just run the
 * tests of the module once.
 */
@Mojo(
    name = "heap",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.TEST,
    requiresProject = false,
    threadSafe = true)
public class HeapMojo extends AbstractOnceMojo {

  /** Whether all texts and numbers in the dump become zeros, so that it can be given away. */
  @Parameter(property = "leak.redact", defaultValue = "false")
  boolean redact;

  /** Whether the dump is compressed. */
  @Parameter(property = "leak.gzip", defaultValue = "false")
  boolean gzip;

  /** How many lines each table has. */
  @Parameter(property = "leak.top", defaultValue = "20")
  String top = "20";

  /** By what classes are ordered: {@code inuse_space} or {@code inuse_objects}. */
  @Parameter(property = "leak.sampleIndex", defaultValue = "inuse_space")
  String sampleIndex = "inuse_space";

  /**
   * Shows only the instances of this class, and the paths to them; {@code *} stands for any text.
   */
  @Parameter(property = "leak.type")
  @Nullable String type;

  /** The form of the result: {@code text}, or {@code json} on standard output. */
  @Parameter(property = "leak.format", defaultValue = "text")
  String format = "text";

  /**
   * For Maven.
   *
   * @param lifecycle compiles what is needed
   * @param repositories resolves the launcher
   * @param toolchains chooses the JVM
   * @param plugins configures other goals of the same build
   */
  @Inject
  public HeapMojo(
      LifecycleExecutor lifecycle,
      RepositorySystem repositories,
      ToolchainManager toolchains,
      MavenPluginManager plugins) {
    super(new Tools(lifecycle, repositories, toolchains, plugins));
  }

  @Override
  Optional<String> run() throws MojoExecutionException, MojoFailureException, InterruptedException {
    HeapSettings settings =
        HeapSettings.of(directory(profilesDirectory), top, format, sampleIndex, type);
    if (pid == null) {
      return withTests(
          tests ->
              show(
                  settings, file -> run(tests, new TestRun.Profile(TestRun.Kind.HEAP_DUMP, file))));
    }
    AttachedJvm attached = AttachedJvm.of(pid);
    show(settings, attached::dump);
    return Optional.empty();
  }

  @Override
  TestRun.Kind profileKind() {
    return TestRun.Kind.HEAP_DUMP;
  }

  private void show(HeapSettings settings, TakenDump.Writer writer) throws InterruptedException {
    HeapReport report = new HeapReport(settings, getLog());
    Path file;
    try {
      file =
          new ProfileFiles(settings.profiles())
              .next(ProfileFiles.Type.HEAP_DUMP, LocalDateTime.now());
      file = gzip ? file.resolveSibling(file.getFileName() + ".gz") : file;
    } catch (IOException e) {
      throw new UserError(settings.profiles() + " cannot be made: " + e.getMessage() + ".", e);
    }
    new TakenDump(file, redact, report.process()).take(writer);
    report.analyze(file);
    report.next(
        "mvn leak:analyze -Dleak.profile=" + ShownPath.of(file) + " -Dleak.type=<class>",
        "after a while mvn leak:heap again, then mvn leak:compare");
  }
}
