package io.github.memoryleak.maven;

import io.github.memoryleak.maven.http.Page;
import io.github.memoryleak.maven.recording.Recording;
import io.github.memoryleak.maven.recording.RecordingFiles;
import io.github.memoryleak.maven.recording.RecordingText;
import io.github.memoryleak.maven.settings.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The pages of a profile for a browser: its tables, and a picture of the whole. */
final class ProfilePages {
  private static final String TABLES = "";
  private static final String GRAPH = "flamegraph";
  private static final String TREE = "dominators";

  private ProfilePages() {}

  static Map<String, Page> of(Recording recording, RecordingText.Options options) {
    String title = String.valueOf(recording.file().getFileName());
    List<Page.Link> links =
        List.of(new Page.Link("./", "Tables"), new Page.Link(GRAPH, "Flame graph"));
    return Map.of(
        TABLES,
        Page.ofText(title, RecordingText.of(recording, options), links),
        GRAPH,
        new Page("Flame graph", flameGraph(recording)));
  }

  private static byte[] flameGraph(Recording recording) {
    Path file = RecordingFiles.write(recording).get(0);
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UserError(file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  static Map<String, Page> of(Path dump, HeapReport report) throws InterruptedException {
    String title = String.valueOf(dump.getFileName());
    List<Page.Link> links =
        List.of(new Page.Link("./", "Tables"), new Page.Link(TREE, "Biggest objects"));
    return Map.of(
        TABLES,
        Page.ofText(title, report.lines("analyze", dump), links),
        TREE,
        Page.ofText("What keeps most alive", report.lines("dominators", dump), links));
  }
}
