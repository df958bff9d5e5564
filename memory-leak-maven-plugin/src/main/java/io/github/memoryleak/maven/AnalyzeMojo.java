package io.github.memoryleak.maven;

import io.github.memoryleak.maven.dump.HeapDumpFiles;
import io.github.memoryleak.maven.dump.StoredDumps;
import io.github.memoryleak.maven.settings.HeapSettings;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stored heap dump and shows what is in it: what keeps most alive and by which path, the
 * classes, the threads, what is wasted. Needs no project.
 */
@Mojo(
    name = "analyze",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
public class AnalyzeMojo extends AbstractLeakMojo {

  /** The dump, {@code .hprof} or {@code .hprof.gz}; by default the newest one. */
  @Parameter(property = "leak.profile")
  @Nullable File profile;

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

  /** Where the newest dump is looked for. */
  @Parameter(
      property = "leak.profilesDirectory",
      defaultValue = "${project.build.directory}/profiles",
      required = true)
  File profilesDirectory = new File("target/profiles");

  /** For Maven. */
  public AnalyzeMojo() {}

  @Override
  Optional<String> run() throws InterruptedException {
    HeapSettings settings =
        HeapSettings.of(directory(profilesDirectory), top, format, sampleIndex, type);
    Path dump = profile == null ? newest(settings) : profile.toPath();
    StoredDumps.check("leak:analyze", dump);
    HeapReport report = new HeapReport(settings, getLog());
    report.analyze(dump);
    if (settings.type() == null) {
      report.next(
          "mvn leak:analyze -Dleak.profile=" + HeapReport.shown(dump) + " -Dleak.type=<class>");
    }
    return Optional.empty();
  }

  private static Path newest(HeapSettings settings) {
    return new HeapDumpFiles(settings.profiles()).newest(1, "a file with leak.profile").get(0);
  }
}
