package io.github.memoryleak.maven;

import io.github.memoryleak.LeakThresholds;
import io.github.memoryleak.maven.dump.ProfileFiles;
import io.github.memoryleak.maven.dump.ProfileKind;
import io.github.memoryleak.maven.dump.StoredDumps;
import io.github.memoryleak.maven.files.ShownPath;
import io.github.memoryleak.maven.settings.HeapSettings;
import io.github.memoryleak.maven.settings.Quantities;
import io.github.memoryleak.maven.settings.UserError;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Compares profiles of a program. Of two or more heap dumps it shows what grew, by holder, class
 * and path, and fails the build when the heap grew by more than the thresholds; of two recordings
 * what is allocated more, by site and class. Needs no project.
 */
@Mojo(
    name = "compare",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
public class CompareMojo extends AbstractLeakMojo {

  /** The earlier profile; by default the last but one. */
  @Parameter(property = "leak.base")
  @Nullable File base;

  /** The later profile; of dumps also several, the oldest first, separated by commas. */
  @Parameter(property = "leak.current")
  @Nullable List<File> current;

  /** The thresholds to start from: {@code strict}, {@code normal} or {@code permissive}. */
  @Parameter(property = "leak.preset")
  @Nullable String preset;

  /**
   * How much growth between dumps is tolerated: {@code <heapGrowth>} and {@code <heapGrowthBytes>}
   * decide.
   */
  @Parameter Thresholds thresholds = new Thresholds();

  /**
   * How much more a recording may allocate for a test run, or for a second, than the one before.
   */
  @Parameter(property = "leak.allocationGrowth", defaultValue = "10%")
  String allocationGrowth = "10%";

  /** How much more a benchmark may allocate for an operation than before. */
  @Parameter(property = "leak.benchmarkBytesGrowth", defaultValue = "5%")
  String benchmarkBytesGrowth = "5%";

  /**
   * How much longer an operation of a benchmark may take than before, beyond both error margins.
   */
  @Parameter(property = "leak.benchmarkTimeGrowth", defaultValue = "10%")
  String benchmarkTimeGrowth = "10%";

  /** How many lines each table has. */
  @Parameter(property = "leak.top", defaultValue = "20")
  String top = "20";

  /** The form of the result: {@code text}, or {@code json} on standard output. */
  @Parameter(property = "leak.format", defaultValue = "text")
  String format = "text";

  /** Where the two newest profiles are looked for. */
  @Parameter(
      property = "leak.profilesDirectory",
      defaultValue = "${project.build.directory}/profiles",
      required = true)
  File profilesDirectory = new File("target/profiles");

  /** For Maven. */
  public CompareMojo() {}

  @Override
  Optional<String> run() throws MojoFailureException, InterruptedException {
    double limit = Quantities.fraction("leak.allocationGrowth", allocationGrowth);
    BenchmarkReport benchmarks =
        BenchmarkReport.of(benchmarkBytesGrowth, benchmarkTimeGrowth, getLog());
    HeapSettings settings = HeapSettings.of(directory(profilesDirectory), top, format);
    LeakThresholds limits = thresholds.toLimits(preset);
    List<Path> files = files();
    StoredDumps.checkComparable(files);
    Optional<String> exceeded =
        switch (ProfileKind.of(files.get(0))) {
          case RECORDING -> compareRecordings(files, limit);
          case JSON -> compareBenchmarks(files, benchmarks);
          default -> compareDumps(files, settings, limits);
        };
    if (exceeded.isPresent()) {
      throw new MojoFailureException(exceeded.get());
    }
    return Optional.empty();
  }

  private Optional<String> compareRecordings(List<Path> files, double limit) {
    return new RecordingReport(getLog(), HeapSettings.isJson(format))
        .compare(files, Quantities.count("leak.top", top), limit);
  }

  private Optional<String> compareBenchmarks(List<Path> files, BenchmarkReport benchmarks) {
    if (HeapSettings.isJson(format)) {
      throw new UserError(
          "leak.format=json is for heap dumps and recordings; results of benchmarks are JSON files"
              + " of JMH's own.");
    }
    return benchmarks.compare(files);
  }

  private Optional<String> compareDumps(
      List<Path> dumps, HeapSettings settings, LeakThresholds limits) throws InterruptedException {
    HeapReport report = new HeapReport(settings, getLog());
    Optional<String> exceeded =
        report.compare(
            dumps,
            List.of(
                "--heap-growth=" + limits.heapGrowth(),
                "--heap-growth-bytes=" + limits.heapGrowthBytes()));
    Path last = dumps.get(dumps.size() - 1);
    report.next("mvn leak:analyze -Dleak.profile=" + ShownPath.of(last));
    return exceeded;
  }

  private List<Path> files() {
    List<File> later = current == null ? List.of() : current;
    if (base == null && later.isEmpty()) {
      return newest(new ProfileFiles(directory(profilesDirectory)));
    }
    if (base == null || later.isEmpty()) {
      throw new UserError(
          (base == null ? "leak.base" : "leak.current")
              + " is missing: name both files, or none for the two newest profiles.");
    }
    List<Path> files = new ArrayList<>();
    files.add(base.toPath());
    later.forEach(file -> files.add(file.toPath()));
    return files;
  }

  /** The kind of the newest profile that has an earlier one of its kind. */
  private static List<Path> newest(ProfileFiles profiles) {
    String parameters = "the files with leak.base and leak.current";
    List<ProfileFiles.Type> comparable =
        Stream.of(ProfileFiles.Type.values())
            .filter(type -> profiles.all(type).size() > 1)
            .toList();
    if (comparable.isEmpty()) {
      return profiles.newest(ProfileFiles.Type.HEAP_DUMP, 2, parameters);
    }
    Path newest = profiles.newestOf(comparable, parameters);
    ProfileFiles.Type type =
        comparable.stream()
            .filter(t -> profiles.all(t).contains(newest))
            .findFirst()
            .orElse(comparable.get(0));
    return profiles.newest(type, 2, parameters);
  }
}
