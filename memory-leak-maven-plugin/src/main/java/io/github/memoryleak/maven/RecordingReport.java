package io.github.memoryleak.maven;

import io.github.memoryleak.maven.recording.Recording;
import io.github.memoryleak.maven.recording.RecordingFiles;
import io.github.memoryleak.maven.recording.RecordingText;
import java.nio.file.Path;
import org.apache.maven.plugin.logging.Log;

/** Shows recordings in the build's log, and says where their other forms are. */
record RecordingReport(Log log) {

  /** Shows a recording and writes its other forms beside it. */
  void show(Path file, RecordingText.Options options) {
    Recording recording = Recording.read(file);
    RecordingText.of(recording, options).forEach(log::info);
    log.info("");
    log.info("Recording: " + HeapReport.shown(file));
    RecordingFiles.write(recording).forEach(f -> log.info("           " + HeapReport.shown(f)));
    log.info("");
    log.info(
        "Next: mvn leak:analyze -Dleak.profile="
            + HeapReport.shown(file)
            + " -Dleak.focus=<regular expression>");
    log.info("Next: after a change mvn leak:profile again, then mvn leak:compare");
  }
}
