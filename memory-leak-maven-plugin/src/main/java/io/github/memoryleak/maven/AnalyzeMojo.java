package io.github.memoryleak.maven;

import io.github.memoryleak.maven.dump.ProfileFiles;
import io.github.memoryleak.maven.dump.ProfileKind;
import io.github.memoryleak.maven.dump.StoredDumps;
import io.github.memoryleak.maven.files.ShownPath;
import io.github.memoryleak.maven.recording.Focus;
import io.github.memoryleak.maven.recording.Recording;
import io.github.memoryleak.maven.recording.RecordingText;
import io.github.memoryleak.maven.recording.SampleIndex;
import io.github.memoryleak.maven.settings.HeapSettings;
import io.github.memoryleak.maven.settings.Quantities;
import io.github.memoryleak.maven.watch.WatchFile;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stored profile and shows what is in it. Of a heap dump: what keeps most alive and by
 * which path, the classes, the threads, what is wasted. Of a recording: what allocates most, and
 * what the collector did. Of a watch: what grew. Needs no project.
 */
@Mojo(
    name = "analyze",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
public class AnalyzeMojo extends AbstractLeakMojo {

  /**
   * The profile: {@code .hprof}, {@code .hprof.gz}, {@code .jfr} or the {@code .jsonl} of a watch;
   * by default the newest one.
   */
  @Parameter(property = "leak.profile")
  @Nullable File profile;

  /** How many lines each table has. */
  @Parameter(property = "leak.top", defaultValue = "20")
  String top = "20";

  /**
   * What is counted. Of a heap dump {@code inuse_space} or {@code inuse_objects}; of a recording
   * {@code alloc_space}, {@code alloc_objects}, and both others where it has live objects. By
   * default the first of them.
   */
  @Parameter(property = "leak.sampleIndex")
  @Nullable String sampleIndex;

  /**
   * Of a recording only samples with a frame or a class in which this regular expression is found.
   */
  @Parameter(property = "leak.focus")
  @Nullable String focus;

  /**
   * Of a recording no samples with a frame or a class in which this regular expression is found.
   */
  @Parameter(property = "leak.ignore")
  @Nullable String ignore;

  /**
   * Of a heap dump shows only the instances of this class, and the paths to them; {@code *} stands
   * for any text.
   */
  @Parameter(property = "leak.type")
  @Nullable String type;

  /** The form of the result: {@code text}, or {@code json} on standard output. */
  @Parameter(property = "leak.format", defaultValue = "text")
  String format = "text";

  /**
   * Shows the profile in a browser of this machine: without a value at any free port, or at the
   * port that is given.
   */
  @Parameter(property = "leak.http")
  @Nullable String http;

  /** How long it is shown there; Ctrl-C ends it sooner. */
  @Parameter(property = "leak.httpTimeout", defaultValue = "30m")
  String httpTimeout = "30m";

  /** Where the newest profile is looked for. */
  @Parameter(
      property = "leak.profilesDirectory",
      defaultValue = "${project.build.directory}/profiles",
      required = true)
  File profilesDirectory = new File("target/profiles");

  /** For Maven. */
  public AnalyzeMojo() {}

  @Override
  Optional<String> run() throws InterruptedException {
    @Nullable HttpReport browser = HttpReport.of(http, httpTimeout, getLog());
    Path file = profile == null ? newest() : profile.toPath();
    if (WatchFile.isOne(file)) {
      new WatchReport(Quantities.count("leak.top", top), false, false, getLog())
          .show(new WatchFile(file));
    } else if (ProfileKind.of(file) == ProfileKind.RECORDING) {
      recording(file, browser);
    } else {
      heapDump(file, browser);
    }
    return Optional.empty();
  }

  private void recording(Path file, @Nullable HttpReport browser) throws InterruptedException {
    boolean isJson = HeapSettings.isJson(format);
    RecordingText.Options options =
        new RecordingText.Options(
            SampleIndex.of(sampleIndex == null ? "alloc_space" : sampleIndex),
            Focus.of(focus, ignore),
            Quantities.count("leak.top", top));
    if (browser == null) {
      new RecordingReport(getLog(), isJson).show(file, options);
    } else {
      browser.show(ProfilePages.of(Recording.read(file), options));
    }
  }

  private void heapDump(Path dump, @Nullable HttpReport browser) throws InterruptedException {
    HeapSettings settings =
        HeapSettings.of(
            directory(profilesDirectory),
            top,
            format,
            sampleIndex == null ? "inuse_space" : sampleIndex,
            type);
    StoredDumps.check("leak:analyze", dump);
    HeapReport report = new HeapReport(settings, getLog());
    if (browser != null) {
      browser.show(ProfilePages.of(dump, report));
      return;
    }
    report.analyze(dump);
    if (settings.type() == null) {
      report.next("mvn leak:analyze -Dleak.profile=" + ShownPath.of(dump) + " -Dleak.type=<class>");
    }
  }

  private Path newest() {
    return new ProfileFiles(directory(profilesDirectory))
        .newestOf(
            List.of(
                ProfileFiles.Type.HEAP_DUMP, ProfileFiles.Type.RECORDING, ProfileFiles.Type.WATCH),
            "a file with leak.profile");
  }
}
