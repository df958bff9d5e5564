package io.github.memoryleak.yardstick;

import java.io.File;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.common.IMCFrame;
import org.openjdk.jmc.common.IMCStackTrace;
import org.openjdk.jmc.common.item.IAttribute;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.item.IMemberAccessor;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.flightrecorder.CouldNotLoadRecordingException;
import org.openjdk.jmc.flightrecorder.JfrAttributes;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;
import org.openjdk.jmc.flightrecorder.jdk.JdkAttributes;
import org.openjdk.jmc.flightrecorder.jdk.JdkTypeIDs;

/** Bytes by the innermost frame, with the core of JDK Mission Control. */
public final class MissionControlYardstick {
  private static final int TOP = 20;

  private final Map<String, Long> bytes = new HashMap<>();

  private MissionControlYardstick() {}

  /**
   * Prints the table.
   *
   * @param args the recording
   * @throws IOException when it cannot be read
   * @throws CouldNotLoadRecordingException when it is none
   */
  public static void main(String[] args) throws IOException, CouldNotLoadRecordingException {
    MissionControlYardstick table = new MissionControlYardstick();
    for (IItemIterable events : JfrLoaderToolkit.loadEvents(new File(args[0]))) {
      if (events.getType().getIdentifier().equals(JdkTypeIDs.OBJ_ALLOC_SAMPLE)) {
        table.add(events, JdkAttributes.SAMPLE_WEIGHT);
      }
    }
    table.bytes.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(TOP)
        .forEach(entry -> System.out.println(entry.getValue() + "  " + entry.getKey()));
  }

  private void add(IItemIterable events, IAttribute<IQuantity> size) {
    IMemberAccessor<IMCStackTrace, IItem> stacks =
        JfrAttributes.EVENT_STACKTRACE.getAccessor(events.getType());
    IMemberAccessor<IQuantity, IItem> sizes = size.getAccessor(events.getType());
    for (IItem event : events) {
      long amount = sizes.getMember(event).clampedLongValueIn(UnitLookup.BYTE);
      bytes.merge(innermost(stacks.getMember(event)), amount, Long::sum);
    }
  }

  private static String innermost(@Nullable IMCStackTrace stack) {
    if (stack == null || stack.getFrames().isEmpty()) {
      return "unknown";
    }
    IMCFrame frame = stack.getFrames().get(0);
    return frame.getMethod().getType().getFullName() + "." + frame.getMethod().getMethodName();
  }
}
