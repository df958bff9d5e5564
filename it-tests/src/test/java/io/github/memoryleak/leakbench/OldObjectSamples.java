package io.github.memoryleak.leakbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedObject;
import jdk.jfr.consumer.RecordingFile;

/**
 * The Flight Recorder's samples of objects that are old. It has no verdict of its own, so it is
 * told what to look for: it found the leak when objects of that type are among the samples, twice
 * or more. Where there is no type to look for it finds nothing.
 */
public final class OldObjectSamples implements Detector {
  private static final String EVENT = "jdk.OldObjectSample";
  private static final int LEAST = 2;
  private static final int DEPTH = 40;

  @Override
  public Sighting watch(Loop loop, String type) throws Exception {
    Path file = Files.createTempFile("samples", ".jfr");
    try (Recording recording = new Recording()) {
      recording.enable(EVENT).withStackTrace().with("cutoff", "infinity");
      recording.start();
      loop.run(WARM_UP + LOOPS);
      recording.stop();
      recording.dump(file);
      return type.isEmpty()
          ? Sighting.of(false)
          : seen(RecordingFile.readAllEvents(file), Pattern.compile(type));
    } finally {
      Files.delete(file);
    }
  }

  private static Sighting seen(List<RecordedEvent> events, Pattern type) {
    List<String> types = new ArrayList<>();
    List<String> holders = new ArrayList<>();
    List<String> sites = new ArrayList<>();
    for (RecordedEvent event : events) {
      RecordedObject object = event.getValue("object");
      if (event.getEventType().getName().equals(EVENT) && type.matcher(name(object)).find()) {
        types.add(name(object));
        holders.add(chain(object));
        sites.add(stack(event));
      }
    }
    return new Sighting(types.size() >= LEAST, types, holders, sites);
  }

  private static String name(RecordedObject object) {
    return object.getClass("type").getName();
  }

  private static String chain(RecordedObject object) {
    StringBuilder chain = new StringBuilder();
    RecordedObject at = object;
    for (int i = 0; at != null && i < DEPTH; i++) {
      RecordedObject referrer = at.getValue("referrer");
      RecordedObject field = referrer == null ? null : referrer.getValue("field");
      at = referrer == null ? null : referrer.getValue("object");
      if (at != null) {
        chain.insert(0, name(at) + (field == null ? "" : "." + field.getString("name")) + " > ");
      }
    }
    return chain.toString();
  }

  private static String stack(RecordedEvent event) {
    StringBuilder stack = new StringBuilder();
    if (event.getStackTrace() != null) {
      for (RecordedFrame frame : event.getStackTrace().getFrames()) {
        stack.append(frame.getMethod().getType().getName());
        stack.append('.').append(frame.getMethod().getName()).append(" > ");
      }
    }
    return stack.toString();
  }
}
