package io.github.memoryleak.maven;

import io.github.memoryleak.maven.files.ShownPath;
import io.github.memoryleak.maven.recording.Recording;
import io.github.memoryleak.maven.recording.RecordingComparison;
import io.github.memoryleak.maven.recording.RecordingComparisonText;
import io.github.memoryleak.maven.recording.RecordingFiles;
import io.github.memoryleak.maven.recording.RecordingJson;
import io.github.memoryleak.maven.recording.RecordingText;
import io.github.memoryleak.maven.settings.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/**
 * Shows recordings in the build's log, and says where their other forms are; or as JSON on standard
 * output, and nothing else.
 *
 * @param log the build's log
 * @param isJson whether as JSON
 */
record RecordingReport(Log log, boolean isJson) {

  /**
   * Shows what two recordings differ in.
   *
   * @return a sentence when more is allocated than is tolerated
   */
  Optional<String> compare(List<Path> files, int top, double limit) {
    if (files.size() > 2) {
      throw new UserError(
          "Two recordings can be compared, but leak.base and leak.current name "
              + files.size()
              + ".");
    }
    Recording base = Recording.read(files.get(0));
    Recording current = Recording.read(files.get(1));
    RecordingComparison found = RecordingComparison.of(base, current);
    if (isJson) {
      System.out.println(RecordingJson.of(found, top));
    } else {
      RecordingComparisonText.of(found, top).forEach(log::info);
      log.info("");
      List<Path> graphs = RecordingFiles.writeDifference(found);
      log.info("Flame graphs: " + ShownPath.of(graphs.get(0)) + " (what came)");
      log.info("              " + ShownPath.of(graphs.get(1)) + " (what went)");
    }
    return RecordingComparisonText.exceeded(found, limit);
  }

  /** Shows a recording and writes its other forms beside it. */
  void show(Path file, RecordingText.Options options) {
    Recording recording = Recording.read(file);
    if (isJson) {
      System.out.println(RecordingJson.of(recording, options));
      return;
    }
    RecordingText.of(recording, options).forEach(log::info);
    log.info("");
    log.info("Recording: " + ShownPath.of(file));
    RecordingFiles.write(recording).forEach(f -> log.info("           " + ShownPath.of(f)));
    log.info("");
    log.info(
        "Next: mvn leak:analyze -Dleak.profile="
            + ShownPath.of(file)
            + " -Dleak.focus=<regular expression>");
    log.info("Next: after a change mvn leak:profile again, then mvn leak:compare");
  }
}
