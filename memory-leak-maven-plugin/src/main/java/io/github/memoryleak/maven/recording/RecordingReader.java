package io.github.memoryleak.maven.recording;

import io.github.memoryleak.maven.settings.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import one.jfr.JfrReader;
import one.jfr.event.AllocationSample;
import one.jfr.event.Event;
import one.jfr.event.GCHeapSummary;
import one.jfr.event.LiveObject;

/**
 * Reads a recording in one pass; in two when it knows tests, for the event of a test comes after
 * those of its allocations.
 *
 * <p>The reader of jfr-converter maps the file and skips events of other types by their size; what
 * is seen millions of times is added up under numbers and named once for each chunk.
 */
final class RecordingReader {
  private static final BitSet NO_REPEATED = new BitSet();

  private final Path file;
  private final TestWindows tests = new TestWindows();
  private final Map<Key, long[]> allocated = new HashMap<>();
  private final Map<Key, long[]> alive = new HashMap<>();
  private final List<Long> pauses = new ArrayList<>();
  private final List<Collections.LiveSet> liveSets = new ArrayList<>();
  private final Set<String> collectors = new LinkedHashSet<>();

  private final boolean countsOnce;
  private final RepetitionSigns signs = new RepetitionSigns();

  private RecordingReader(Path file, boolean countsOnce) {
    this.file = file;
    this.countsOnce = countsOnce;
  }

  private record Key(List<Frame> stack, String type, int test) {}

  /** Few recordings repeat allocations, so that is looked for only where there are signs. */
  static Recording read(Path file) {
    RecordingReader reader = new RecordingReader(file, false);
    Recording recording = reader.orSentence();
    return reader.repeats() ? new RecordingReader(file, true).orSentence() : recording;
  }

  private boolean repeats() {
    try {
      return signs.areClear() || (signs.areDoubtful() && RepeatedAllocations.areIn(file));
    } catch (IOException e) {
      throw new UserError(file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  private Recording orSentence() {
    try {
      if (Files.size(file) == 0) {
        throw new UserError(file + " is empty: the recording was not written to its end.");
      }
      return read();
    } catch (IOException e) {
      throw new UserError(file + " cannot be read: " + e.getMessage() + ".", e);
    } catch (RuntimeException e) {
      throw e instanceof UserError ? e : damaged(e);
    }
  }

  private UserError damaged(RuntimeException e) {
    return new UserError(
        file
            + " is no whole recording: it ends, or makes no sense, in the middle ("
            + e
            + "). Copy it again, or record anew.",
        e);
  }

  private Recording read() throws IOException {
    try (JfrReader reader = open()) {
      if (reader.typesByName.get(TestRunEvent.NAME) != null) {
        readTests(reader);
        reader.rewind();
      }
      readEvents(reader);
      if (reader.incomplete()) {
        throw new UserError(
            file + " is not whole: its last part is missing. Copy it again, or record anew.");
      }
      liveSets.sort(Comparator.comparingLong(Collections.LiveSet::nanos));
      return new Recording(
          file,
          reader.durationNanos(),
          tests.size(),
          samples(allocated),
          samples(alive),
          new Collections(List.copyOf(collectors), pauses, liveSets));
    }
  }

  private JfrReader open() throws IOException {
    JfrReader reader = new JfrReader(file.toString());
    reader.registerEvent(TestRunEvent.NAME, TestRunEvent.class);
    reader.registerEvent(CollectionEvent.NAME, CollectionEvent.class);
    return reader;
  }

  private void readTests(JfrReader reader) throws IOException {
    for (TestRunEvent e = reader.readEvent(TestRunEvent.class);
        e != null;
        e = reader.readEvent(TestRunEvent.class)) {
      long start = reader.eventTimeToNanos(e.time);
      tests.add(start, reader.eventTimeToNanos(e.time + e.duration), e.test);
    }
    tests.freeze();
  }

  private void readEvents(JfrReader reader) throws IOException {
    reader.stopAtNewChunk = true;
    try (RepeatedAllocations repeated = new RepeatedAllocations(file)) {
      while (reader.hasMoreChunks()) {
        readChunk(reader, countsOnce ? repeated.nextChunk() : NO_REPEATED);
      }
    }
  }

  private void readChunk(JfrReader reader, BitSet repeated) throws IOException {
    EventTotals allocations = new EventTotals();
    EventTotals live = new EventTotals();
    signs.begin(reader);
    int number = 0;
    for (Event e = reader.readEvent(); e != null; e = reader.readEvent()) {
      if (e instanceof AllocationSample sample) {
        if (!repeated.get(number++)) {
          add(reader, sample, allocations);
        }
        signs.see(sample);
      } else if (e instanceof LiveObject object) {
        live.add(object.stackTraceId, object.classId, TestWindows.NONE, 1, object.allocationSize);
      } else {
        collection(reader, e);
      }
    }
    ChunkNames names = new ChunkNames(reader);
    addUp(allocations, names, allocated);
    addUp(live, names, alive);
  }

  private void add(JfrReader reader, AllocationSample sample, EventTotals allocations) {
    allocations.add(
        sample.stackTraceId,
        sample.classId,
        tests.size() == 0 ? TestWindows.NONE : tests.at(reader.eventTimeToNanos(sample.time)),
        objects(sample),
        sample.value());
  }

  /** An event of a new buffer stands for all the objects that fill one. */
  private static long objects(AllocationSample sample) {
    return sample.tlabSize > 0 && sample.allocationSize > 0
        ? Math.max(1, sample.tlabSize / sample.allocationSize)
        : 1;
  }

  private void collection(JfrReader reader, Event e) {
    if (e instanceof GCHeapSummary summary && summary.afterGC) {
      long nanos = reader.eventTimeToNanos(e.time) - reader.startNanos;
      liveSets.add(new Collections.LiveSet(nanos, summary.used));
    } else if (e instanceof CollectionEvent collection) {
      pauses.add((long) (collection.sumOfPauses * reader.nanosPerTick));
      String name = reader.getEnumValue("jdk.types.GCName", collection.name);
      collectors.add(name == null ? "unknown" : name);
    }
  }

  private static void addUp(EventTotals totals, ChunkNames names, Map<Key, long[]> into) {
    totals.forEach(
        (stack, type, test, objects, bytes) -> {
          Key key = new Key(names.stack(stack), names.type(type), test);
          long[] sums = into.computeIfAbsent(key, k -> new long[2]);
          sums[0] += objects;
          sums[1] += bytes;
        });
  }

  private static String innermost(Allocation allocation) {
    return allocation.stack().isEmpty() ? "" : allocation.stack().get(0).text();
  }

  private List<Allocation> samples(Map<Key, long[]> sums) {
    List<Allocation> samples = new ArrayList<>();
    sums.forEach(
        (key, sum) ->
            samples.add(
                new Allocation(key.stack(), key.type(), tests.name(key.test()), sum[0], sum[1])));
    samples.sort(
        Comparator.comparingLong(Allocation::bytes)
            .reversed()
            .thenComparing(Allocation::type)
            .thenComparing(RecordingReader::innermost));
    return samples;
  }
}
