package io.github.memoryleak.maven;

import io.github.memoryleak.maven.dump.AttachedJvm;
import io.github.memoryleak.maven.dump.ProfileFiles;
import io.github.memoryleak.maven.files.ShownPath;
import io.github.memoryleak.maven.files.WrittenFiles;
import io.github.memoryleak.maven.settings.Quantities;
import io.github.memoryleak.maven.settings.UserError;
import io.github.memoryleak.maven.watch.WatchFile;
import io.github.memoryleak.maven.watch.Watching;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Watches a running JVM, a server for instance, over hours: a sample at an interval of the heap
 * after collections, threads, open files, classes and memory. In the end it tells by slope and
 * interval what grew, and fails on a leak. Needs no project.
 */
@Mojo(
    name = "watch",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
public class WatchMojo extends AbstractLeakMojo {

  /** The process id of the running JVM. */
  @Parameter(property = "leak.pid")
  @Nullable String pid;

  /** How long it is watched. */
  @Parameter(property = "leak.duration", defaultValue = "1h")
  String duration = "1h";

  /** From sample to sample. */
  @Parameter(property = "leak.interval", defaultValue = "1m")
  String interval = "1m";

  /**
   * Whether the JVM's garbage is collected for each sample: that is exact, and stops the JVM each
   * time for a full collection.
   */
  @Parameter(property = "leak.collect", defaultValue = "false")
  boolean collect;

  /** How many classes that grow are shown. */
  @Parameter(property = "leak.top", defaultValue = "10")
  String top = "10";

  /** Whether a leak fails the build; otherwise it is a warning. */
  @Parameter(property = "leak.failOnLeak", defaultValue = "true")
  boolean failOnLeak = true;

  /** Whether it fails the build that there is no clear answer; otherwise that is a warning. */
  @Parameter(property = "leak.failOnInconclusive", defaultValue = "true")
  boolean failOnInconclusive = true;

  /** Where the samples go. */
  @Parameter(
      property = "leak.profilesDirectory",
      defaultValue = "${project.build.directory}/profiles",
      required = true)
  File profilesDirectory = new File("target/profiles");

  /** For Maven. */
  public WatchMojo() {}

  @Override
  Optional<String> run() throws MojoExecutionException, MojoFailureException, InterruptedException {
    if (pid == null) {
      throw new UserError(
          "There is no JVM to watch: name one with leak.pid, such as -Dleak.pid=4711; jps lists the"
              + " running JVMs.");
    }
    WatchReport report =
        new WatchReport(
            Quantities.count("leak.top", top), failOnLeak, failOnInconclusive, getLog());
    Watching watching =
        new Watching(AttachedJvm.of(pid), length("leak.duration", duration), interval(), collect);
    WatchFile file = watch(watching);
    report.judge(file);
    return Optional.empty();
  }

  private Duration interval() {
    Duration each = length("leak.interval", interval);
    if (each.compareTo(Quantities.duration("leak.duration", duration)) > 0) {
      throw new UserError(
          "leak.interval is "
              + interval
              + ", longer than leak.duration, which is "
              + duration
              + ".");
    }
    return each;
  }

  private static Duration length(String parameter, String text) {
    Duration length = Quantities.duration(parameter, text);
    if (length.isZero()) {
      throw new UserError(parameter + " must be longer than " + text.trim() + ".");
    }
    return length;
  }

  private WatchFile watch(Watching watching) throws InterruptedException {
    Path profiles = directory(profilesDirectory);
    try {
      Path path = new ProfileFiles(profiles).next(ProfileFiles.Type.WATCH, LocalDateTime.now());
      WrittenFiles.beside(path).add(List.of(path));
      getLog().info("Samples: " + ShownPath.of(path));
      WatchFile file = new WatchFile(path);
      if (!watching.run(file, getLog()::info)) {
        getLog().warn("Process " + watching.jvm().pid() + " ended while it was watched.");
      }
      return file;
    } catch (IOException e) {
      throw new UserError("The watch of process " + pid + " failed: " + e.getMessage() + ".", e);
    }
  }
}
