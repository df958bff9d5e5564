package io.github.memoryleak.maven;

import io.github.memoryleak.LeakThresholds;
import io.github.memoryleak.maven.dump.ProfileFiles;
import io.github.memoryleak.maven.dump.StoredDumps;
import io.github.memoryleak.maven.settings.HeapSettings;
import io.github.memoryleak.maven.settings.UserError;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Compares two or more heap dumps of a program and shows what grew, by holder, class and path.
 * Fails the build when the heap grew by more than the thresholds. Needs no project.
 */
@Mojo(
    name = "compare",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
public class CompareMojo extends AbstractLeakMojo {

  /** The earlier dump; by default the last but one. */
  @Parameter(property = "leak.base")
  @Nullable File base;

  /** The later dump, or several of them, the oldest first, separated by commas. */
  @Parameter(property = "leak.current")
  @Nullable List<File> current;

  /** The thresholds to start from: {@code strict}, {@code normal} or {@code permissive}. */
  @Parameter(property = "leak.preset")
  @Nullable String preset;

  /** How much growth is tolerated: {@code <heapGrowth>} and {@code <heapGrowthBytes>} decide. */
  @Parameter Thresholds thresholds = new Thresholds();

  /** How many lines each table has. */
  @Parameter(property = "leak.top", defaultValue = "20")
  String top = "20";

  /** The form of the result: {@code text}, or {@code json} on standard output. */
  @Parameter(property = "leak.format", defaultValue = "text")
  String format = "text";

  /** Where the two newest dumps are looked for. */
  @Parameter(
      property = "leak.profilesDirectory",
      defaultValue = "${project.build.directory}/profiles",
      required = true)
  File profilesDirectory = new File("target/profiles");

  /** For Maven. */
  public CompareMojo() {}

  @Override
  Optional<String> run() throws MojoFailureException, InterruptedException {
    HeapSettings settings = HeapSettings.of(directory(profilesDirectory), top, format);
    LeakThresholds limits = thresholds.toLimits(preset);
    List<Path> dumps = dumps(settings);
    StoredDumps.checkComparable(dumps);
    HeapReport report = new HeapReport(settings, getLog());
    Optional<String> exceeded =
        report.compare(
            dumps,
            List.of(
                "--heap-growth=" + limits.heapGrowth(),
                "--heap-growth-bytes=" + limits.heapGrowthBytes()));
    Path last = dumps.get(dumps.size() - 1);
    report.next("mvn leak:analyze -Dleak.profile=" + HeapReport.shown(last));
    if (exceeded.isPresent()) {
      throw new MojoFailureException(exceeded.get());
    }
    return Optional.empty();
  }

  private List<Path> dumps(HeapSettings settings) {
    List<File> later = current == null ? List.of() : current;
    if (base == null && later.isEmpty()) {
      return new ProfileFiles(settings.profiles())
          .newest(ProfileFiles.Type.HEAP_DUMP, 2, "the files with leak.base and leak.current");
    }
    if (base == null || later.isEmpty()) {
      throw new UserError(
          (base == null ? "leak.base" : "leak.current")
              + " is missing: name both files, or none for the two newest dumps.");
    }
    List<Path> dumps = new ArrayList<>();
    dumps.add(base.toPath());
    later.forEach(file -> dumps.add(file.toPath()));
    return dumps;
  }
}
