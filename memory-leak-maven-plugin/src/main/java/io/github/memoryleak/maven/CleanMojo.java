package io.github.memoryleak.maven;

import io.github.memoryleak.maven.files.WrittenFiles;
import io.github.memoryleak.maven.settings.UserError;
import io.github.memoryleak.report.Units;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Removes the profiles and reports that the goals wrote, and nothing else: they keep a list. No
 * other goal calls it.
 */
@Mojo(
    name = "clean",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
public class CleanMojo extends AbstractLeakMojo {

  /** Where profiles are removed. */
  @Parameter(
      property = "leak.profilesDirectory",
      defaultValue = "${project.build.directory}/profiles",
      required = true)
  File profilesDirectory = new File("target/profiles");

  /** Where reports are removed. */
  @Parameter(
      property = "leak.reportsDirectory",
      defaultValue = "${project.build.directory}/leak-reports",
      required = true)
  File reportsDirectory = new File("target/leak-reports");

  /** For Maven. */
  public CleanMojo() {}

  @Override
  Optional<String> run() {
    int removed = 0;
    for (File configured : List.of(profilesDirectory, reportsDirectory)) {
      removed += remove(directory(configured));
    }
    getLog()
        .info(
            removed == 0
                ? "There is nothing to remove."
                : "Removed " + Units.count(removed, "file or folder", "files and folders") + ".");
    return Optional.empty();
  }

  private int remove(Path directory) {
    try {
      WrittenFiles.Removal removal = new WrittenFiles(directory).removeAll();
      removal.removed().forEach(file -> getLog().debug("Removed " + file));
      removal
          .kept()
          .forEach(
              line ->
                  getLog()
                      .warn(
                          "The list in "
                              + directory
                              + " names '"
                              + line
                              + "', which is no file in that folder: it was left alone."));
      return removal.removed().size();
    } catch (IOException e) {
      throw new UserError(directory + " cannot be cleaned: " + e.getMessage() + ".", e);
    }
  }
}
