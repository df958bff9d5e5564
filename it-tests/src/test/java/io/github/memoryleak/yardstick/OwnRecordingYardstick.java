package io.github.memoryleak.yardstick;

import io.github.memoryleak.maven.recording.Focus;
import io.github.memoryleak.maven.recording.Recording;
import io.github.memoryleak.maven.recording.RecordingText;
import io.github.memoryleak.maven.recording.SampleIndex;
import java.nio.file.Path;

/** All that {@code leak:analyze} says of a recording. */
public final class OwnRecordingYardstick {
  private static final int TOP = 20;

  private OwnRecordingYardstick() {}

  /**
   * Prints the tables.
   *
   * @param args the recording
   */
  public static void main(String[] args) {
    RecordingText.of(
            Recording.read(Path.of(args[0])),
            new RecordingText.Options(SampleIndex.ALLOC_SPACE, Focus.ALL, TOP))
        .forEach(System.out::println);
  }
}
