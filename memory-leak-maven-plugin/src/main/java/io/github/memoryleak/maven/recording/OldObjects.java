package io.github.memoryleak.maven.recording;

import io.github.memoryleak.maven.settings.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.EventStream;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedObject;
import jdk.jfr.consumer.RecordedStackTrace;
import org.jspecify.annotations.Nullable;

/**
 * The old objects that the Flight Recorder watched: a few hundred of all, with the stack that
 * allocated each. Read by the JDK's own reader, since jfr-converter's does not know them.
 */
final class OldObjects {
  private static final String NAME = "jdk.OldObjectSample";

  private static final Map<Character, String> PRIMITIVES =
      Map.of(
          'Z', "boolean", 'B', "byte", 'C', "char", 'S', "short", 'I', "int", 'J', "long", 'F',
          "float", 'D', "double");

  private static final Map<Character, Integer> BYTES =
      Map.of('C', 2, 'S', 2, 'I', 4, 'F', 4, 'J', 8, 'D', 8);

  private static final int ARRAY_HEADER = 16;

  private OldObjects() {}

  private record Key(List<Frame> stack, String type) {}

  /** {@return the objects that were watched and still alive when the recording ended} */
  static List<Allocation> of(Path file) {
    Map<Key, long[]> sums = new HashMap<>();
    try (EventStream stream = EventStream.openFile(file)) {
      stream.onEvent(NAME, event -> add(event, sums));
      stream.start();
    } catch (IOException | RuntimeException e) {
      throw new UserError(file + " cannot be read: " + e.getMessage() + ".", e);
    }
    List<Allocation> objects = new ArrayList<>();
    sums.forEach(
        (key, sum) -> objects.add(new Allocation(key.stack(), key.type(), "", sum[0], sum[1])));
    return objects;
  }

  private static void add(RecordedEvent event, Map<Key, long[]> sums) {
    RecordedObject object = event.getValue("object");
    if (object != null && object.getValue("type") instanceof RecordedClass type) {
      Key key = new Key(frames(event.getStackTrace()), className(type.getName()));
      long[] sum = sums.computeIfAbsent(key, k -> new long[2]);
      sum[0]++;
      sum[1] += bytes(event, type.getName());
    }
  }

  /** JDK 17 tells no sizes; those of arrays of numbers follow from their length. */
  private static long bytes(RecordedEvent event, String type) {
    if (event.hasField("objectSize")) {
      return event.getLong("objectSize");
    }
    int elements = event.getInt("arrayElements");
    boolean isNumbers = type.length() == 2 && elements > 0;
    return isNumbers ? ARRAY_HEADER + (long) elements * BYTES.getOrDefault(type.charAt(1), 1) : 0;
  }

  private static List<Frame> frames(@Nullable RecordedStackTrace stack) {
    return stack == null ? List.of() : stack.getFrames().stream().map(OldObjects::frame).toList();
  }

  private static Frame frame(RecordedFrame frame) {
    return Frame.of(
        frame.getMethod().getType().getName(), frame.getMethod().getName(), frame.getLineNumber());
  }

  /** {@code byte[]} in place of {@code [B}. */
  static String className(String name) {
    int dimensions = name.lastIndexOf('[') + 1;
    if (dimensions == 0) {
      return name;
    }
    String element = name.substring(dimensions);
    String readable =
        element.startsWith("L")
            ? element.substring(1, element.length() - 1).replace('/', '.')
            : PRIMITIVES.getOrDefault(element.charAt(0), element);
    return readable + "[]".repeat(dimensions);
  }
}
