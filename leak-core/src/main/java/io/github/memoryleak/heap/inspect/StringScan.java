package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.graph.HeapClass;
import io.github.memoryleak.heap.graph.HeapGraph;
import io.github.memoryleak.heap.graph.ObjectReader;
import io.github.memoryleak.heap.graph.References;
import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.heap.hprof.HprofException;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * Counts equal strings: first the arrays that strings hold are marked, then these arrays are hashed
 * in the order of the file, and last the texts are read of those that lose most.
 */
final class StringScan {
  private final HeapView view;
  private final HeapGraph graph;
  private final ObjectReader reader;
  private final References references;
  private final HeapProgress progress;
  private final BitSet arrays = new BitSet();
  private final HashCounts counts;
  private final Queue<Duplicate> largest =
      new PriorityQueue<>(Comparator.comparingLong(Duplicate::lost));
  private final int stringClass;
  private final long stringBytes;
  private long strings;

  /** Arrays of one content, the first of them for all. */
  private record Duplicate(int array, int count, long lost) {}

  StringScan(HeapView view, int mostTexts, HeapProgress progress) {
    this.view = view;
    this.progress = progress;
    graph = view.graph();
    reader = graph.reader();
    references = graph.references();
    counts = new HashCounts(mostTexts);
    HeapClass string = graph.classes().named("java.lang.String");
    stringClass = string == null ? -1 : string.number();
    stringBytes = string == null ? 0 : string.instanceSize();
  }

  DuplicateStrings run(int top) throws HprofException {
    eachString(
        "looking for strings",
        string -> {
          strings++;
          int array = array(string);
          if (array >= 0) {
            arrays.set(array);
          }
        });
    hash();
    long lost = weigh(top);
    return new DuplicateStrings(strings, counts.distinct(), lost, counts.isExact(), read());
  }

  private void hash() throws HprofException {
    Ticker ticker = new Ticker(progress, "comparing strings", graph.objects());
    new ContentHashes(view)
        .each(
            arrays,
            (array, hash) -> {
              ticker.at(array);
              counts.add(hash, array);
            });
  }

  /** Finds the arrays that lose most, and returns what all lose. */
  private long weigh(int top) {
    IntMap countOf = new IntMap();
    counts
        .slots()
        .filter(slot -> counts.count(slot) > 1)
        .forEach(slot -> countOf.put(counts.first(slot), counts.count(slot)));
    long[] sum = new long[1];
    Ticker ticker = new Ticker(progress, "weighing strings", graph.objects());
    graph.forEach(
        (object, type, shallow, length) -> {
          ticker.at(object);
          int count = countOf.get(object);
          if (count > 1) {
            long lost = (count - 1) * (shallow + stringBytes);
            sum[0] += lost;
            keep(new Duplicate(object, count, lost), top);
          }
        });
    return sum[0];
  }

  private void keep(Duplicate duplicate, int top) {
    largest.add(duplicate);
    if (largest.size() > top) {
      largest.poll();
    }
  }

  private List<DuplicateString> read() {
    Map<Integer, Duplicate> wanted =
        largest.stream().collect(Collectors.toMap(Duplicate::array, d -> d));
    Map<Integer, DuplicateString> found = new HashMap<>();
    eachString(
        "reading strings",
        string -> {
          Duplicate duplicate = wanted.get(array(string));
          if (duplicate != null) {
            found.computeIfAbsent(duplicate.array(), a -> told(string, duplicate));
          }
        });
    return found.values().stream().sorted(DuplicateString.LARGEST_FIRST).toList();
  }

  private DuplicateString told(int string, Duplicate duplicate) {
    String text = reader.string(string);
    String value = text == null ? "" : text;
    int end = Math.min(value.length(), DuplicateString.LONGEST);
    return new DuplicateString(value.substring(0, end), duplicate.count(), duplicate.lost());
  }

  private void eachString(String phase, IntConsumer action) {
    Ticker ticker = new Ticker(progress, phase, graph.objects());
    graph.forEach(
        (object, type, shallow, length) -> {
          ticker.at(object);
          if (type == stringClass && view.tree().isReachable(object)) {
            action.accept(object);
          }
        });
  }

  /** The array of a string, the only thing it refers to, or -1. */
  private int array(int string) {
    references.of(string);
    while (references.next()) {
      if (graph.classes().get(graph.classOf(references.target())).isPrimitiveArray()) {
        return references.target();
      }
    }
    return -1;
  }
}
