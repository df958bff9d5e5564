package io.github.memoryleak.maven.recording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import one.convert.Arguments;
import one.convert.JfrConverter;
import one.jfr.Dictionary;
import one.jfr.JfrReader;
import one.jfr.StackTrace;

/** Names of the classes, methods and stacks of a chunk: each chunk numbers them anew. */
final class ChunkNames extends JfrConverter {
  private final Map<Integer, List<Frame>> stacks = new HashMap<>();
  private final Map<Place, Frame> known = new HashMap<>();

  private record Place(long method, byte type, int location) {}

  ChunkNames(JfrReader reader) {
    super(reader, new Arguments("--dot", "--norm"));
    methodNames = new Dictionary<>();
  }

  String type(int id) {
    String name = getClassName(id);
    return name == null ? "" : name;
  }

  List<Frame> stack(int id) {
    return stacks.computeIfAbsent(id, this::read);
  }

  private List<Frame> read(int id) {
    StackTrace trace = jfr.stackTraces.get(id);
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; trace != null && i < trace.methods.length; i++) {
      Place place = new Place(trace.methods[i], trace.types[i], trace.locations[i]);
      frames.add(known.computeIfAbsent(place, this::frame));
    }
    return frames;
  }

  private Frame frame(Place place) {
    StackTraceElement element =
        getStackTraceElement(place.method(), place.type(), place.location());
    return Frame.of(element.getClassName(), element.getMethodName(), element.getLineNumber());
  }
}
