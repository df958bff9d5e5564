package io.github.memoryleak.site;

import io.github.memoryleak.census.TypeNames;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * Reads what async-profiler recorded of native memory: {@code profiler.Malloc} and {@code
 * profiler.Free}. It writes frames of native code with the name of their library in place of a
 * class, and those of Java without the names of files.
 */
final class RecordedBlocks {
  private static final String TAKEN = "profiler.Malloc";
  private static final String GIVEN_BACK = "profiler.Free";
  private static final String ADDRESS = "address";

  private static final Set<String> NATIVE = Set.of("Native", "C++", "Kernel");
  private static final String JVM = "libjvm.";
  private static final String PROFILER = "libasyncProfiler.";

  private final LiveBlocks<RecordedStackTrace> live = new LiveBlocks<>();

  private RecordedBlocks() {}

  /**
   * {@return what was taken and not given back, by the frames of Java, most bytes first}
   *
   * @param file a recording of async-profiler
   * @throws IOException when it cannot be read
   */
  static List<NativeAllocation> read(Path file) throws IOException {
    RecordedBlocks blocks = new RecordedBlocks();
    try (RecordingFile recording = new RecordingFile(file)) {
      while (recording.hasMoreEvents()) {
        blocks.add(recording.readEvent());
      }
    }
    return blocks.left();
  }

  private void add(RecordedEvent event) {
    String name = event.getEventType().getName();
    RecordedStackTrace stack = event.getStackTrace();
    if (name.equals(GIVEN_BACK)) {
      live.givenBack(nanos(event), event.getLong(ADDRESS));
    } else if (name.equals(TAKEN) && stack != null) {
      live.taken(nanos(event), event.getLong(ADDRESS), event.getLong("size"), stack);
    }
  }

  /** Threads have buffers of their own, so the order within the file says nothing. */
  private static long nanos(RecordedEvent event) {
    Instant time = event.getStartTime();
    return TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano();
  }

  /** What differs in native frames alone is one place of the program. */
  private List<NativeAllocation> left() {
    Map<List<Object>, NativeAllocation> sums = new LinkedHashMap<>();
    for (LiveBlocks.Taken<RecordedStackTrace> taken : live.left()) {
      NativeAllocation one = allocation(taken);
      sums.merge(List.of(one.ofJvm(), one.stack()), one, RecordedBlocks::sum);
    }
    List<NativeAllocation> left = new ArrayList<>(sums.values());
    left.sort(Comparator.comparingLong((NativeAllocation a) -> -a.bytes()));
    return left;
  }

  private static NativeAllocation sum(NativeAllocation a, NativeAllocation b) {
    return new NativeAllocation(
        a.ofJvm(), a.blocks() + b.blocks(), a.bytes() + b.bytes(), a.stack());
  }

  private static NativeAllocation allocation(LiveBlocks.Taken<RecordedStackTrace> taken) {
    List<RecordedFrame> frames = taken.taker().getFrames();
    boolean ofJvm =
        frames.stream()
            .map(RecordedBlocks::owner)
            .filter(name -> !name.startsWith(PROFILER))
            .findFirst()
            .filter(name -> name.startsWith(JVM))
            .isPresent();
    return new NativeAllocation(
        ofJvm,
        taken.blocks(),
        taken.bytes(),
        frames.stream().filter(RecordedBlocks::isOfSource).map(RecordedBlocks::element).toList());
  }

  /** The class, or the library; empty where nobody knows. */
  private static String owner(RecordedFrame frame) {
    RecordedMethod method = frame.getMethod();
    RecordedClass type = method == null ? null : method.getType();
    return type == null ? "" : type.getName();
  }

  /** As in a stack trace, which does not have the frames that the JDK generates. */
  private static boolean isOfSource(RecordedFrame frame) {
    String owner = owner(frame);
    return !owner.isEmpty() && !NATIVE.contains(frame.getType()) && !TypeNames.isGenerated(owner);
  }

  private static StackTraceElement element(RecordedFrame frame) {
    return new StackTraceElement(
        owner(frame), frame.getMethod().getName(), null, frame.getLineNumber());
  }
}
