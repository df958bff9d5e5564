package io.github.memoryleak.maven.launcher;

import io.github.memoryleak.explain.NativeProfiler;
import io.github.memoryleak.maven.settings.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/**
 * Fetches async-profiler from the project's repositories, for those who ask for it: it is native
 * code, and nothing else of the plugin is.
 *
 * @param repositories Maven's resolver
 * @param session the build's repository session
 */
public record ProfilerResolver(RepositorySystem repositories, RepositorySystemSession session) {
  private static final String GROUP = "tools.profiler";
  private static final String ARTIFACT = "async-profiler";
  private static final String VERSION = "4.5";
  private static final String LIBRARY = "libasyncProfiler.so";

  /**
   * {@return the folder of a platform's library within the jar}
   *
   * @param os the system property {@code os.name}
   * @param arch the system property {@code os.arch}
   * @throws UserError when async-profiler has none for it
   */
  public static String platform(String os, String arch) {
    String name = os.toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return "macos";
    }
    boolean isArm = arch.equals("aarch64") || arch.equals("arm64");
    if (name.startsWith("linux") && (isArm || arch.equals("amd64") || arch.equals("x86_64"))) {
      return isArm ? "linux-arm64" : "linux-x64";
    }
    throw new UserError(
        "async-profiler has no library for "
            + os
            + " on "
            + arch
            + ": it is there for Linux on x64 and arm64, and for macOS. Leave leak.profiler out.");
  }

  /**
   * Puts the library for this platform into a directory.
   *
   * @param project the module whose repositories have it
   * @param directory where to
   * @return the library
   * @throws UserError when there is none, or it cannot be fetched
   * @throws IOException when it cannot be written
   */
  public Path library(MavenProject project, Path directory) throws IOException {
    String entry =
        platform(System.getProperty("os.name"), System.getProperty("os.arch")) + "/" + LIBRARY;
    Path library = directory.resolve(LIBRARY);
    try (ZipFile jar = new ZipFile(jar(project).toFile())) {
      ZipEntry found = jar.getEntry(entry);
      if (found == null) {
        throw new IOException(jar.getName() + " has no " + entry);
      }
      try (InputStream in = jar.getInputStream(found)) {
        Files.copy(in, library, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return library;
  }

  /**
   * {@return what the measured JVM can load when native memory leaks; where it cannot be had, why}
   *
   * @param project the module whose repositories have it
   * @param directory where its library goes
   */
  public NativeProfiler nativeProfiler(MavenProject project, Path directory) {
    try {
      return NativeProfiler.at(library(project, directory));
    } catch (UserError | IOException e) {
      String problem = e.getMessage() == null ? e.toString() : e.getMessage();
      return NativeProfiler.missing(
          problem.endsWith(".") ? problem.substring(0, problem.length() - 1) : problem);
    }
  }

  private Path jar(MavenProject project) {
    ArtifactRequest request =
        new ArtifactRequest(
            new DefaultArtifact(GROUP, ARTIFACT, "jar", VERSION),
            project.getRemoteProjectRepositories(),
            null);
    try {
      return repositories.resolveArtifact(session, request).getArtifact().getFile().toPath();
    } catch (ArtifactResolutionException e) {
      throw new UserError(
          GROUP
              + ":"
              + ARTIFACT
              + ":"
              + VERSION
              + " is needed for leak.profiler=async-profiler but cannot be resolved: "
              + e.getMessage()
              + ". Run once without --offline, or leave leak.profiler out.",
          e);
    }
  }
}
