package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.FieldType;
import io.github.memoryleak.heap.hprof.HprofException;
import io.github.memoryleak.heap.hprof.HprofFile;
import io.github.memoryleak.heap.hprof.Segment;
import io.github.memoryleak.heap.hprof.SubRecordVisitor;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how a JVM lays out objects. A dump is written after a collection, so most objects lie
 * side by side: the distance from an array to its neighbour is its size. The model that explains
 * the most distances, and contradicts none, is the JVM's.
 */
final class SizeEvidence implements SubRecordVisitor {
  private static final int MOST_SAMPLES = 1 << 14;
  private static final int SEGMENTS = 16;
  private static final int CONTRADICTION = 4;
  private static final int LEAST_FOR_ALIGNMENT = 64;
  private static final long MOST_ALIGNMENT = 256;
  private static final double COMPACTED = 0.9;

  private final FieldType[] types = new FieldType[MOST_SAMPLES];
  private final int[] lengths = new int[MOST_SAMPLES];
  private final long[] gaps = new long[MOST_SAMPLES];
  private int samples;
  private long addressBits;
  private int addresses;

  private @Nullable FieldType lastType;
  private int lastLength;
  private long lastId;

  static SizeModel infer(HprofFile file) throws HprofException {
    SizeEvidence evidence = new SizeEvidence();
    List<Segment> segments = file.records().segments();
    int step = Math.max(1, segments.size() / SEGMENTS);
    for (int i = 0; i < segments.size() && evidence.samples < MOST_SAMPLES; i += step) {
      evidence.lastType = null;
      file.walk(segments.get(i), evidence);
    }
    return evidence.best(SizeModel.candidates(file.idSize()));
  }

  @Override
  public void instance(long position, long id, long classId, int length) {
    next(id, null, 0);
  }

  @Override
  public void objectArray(long position, long id, long classId, int length) {
    next(id, FieldType.OBJECT, length);
  }

  @Override
  public void primitiveArray(long position, long id, FieldType type, int length) {
    next(id, type, length);
  }

  private void next(long id, @Nullable FieldType type, int length) {
    if (lastType != null && id > lastId && samples < MOST_SAMPLES) {
      types[samples] = lastType;
      lengths[samples] = lastLength;
      gaps[samples++] = id - lastId;
    }
    addressBits |= id;
    addresses++;
    lastType = type;
    lastLength = length;
    lastId = id;
  }

  private SizeModel best(List<SizeModel> candidates) {
    int alignment = alignment();
    SizeModel best =
        candidates.stream()
            .map(m -> m.alignedTo(alignment))
            .max(Comparator.comparingInt(this::score))
            .orElseThrow();
    return best.compacted(exact(best) >= COMPACTED * samples);
  }

  /** {@return how many distances are just the size of what lies there} */
  private int exact(SizeModel model) {
    int exact = 0;
    for (int i = 0; i < samples; i++) {
      if (model.arraySize(types[i], lengths[i]) == gaps[i]) {
        exact++;
      }
    }
    return exact;
  }

  private int score(SizeModel model) {
    int score = 0;
    for (int i = 0; i < samples; i++) {
      long size = model.arraySize(types[i], lengths[i]);
      if (size == gaps[i]) {
        score++;
      } else if (size > gaps[i]) {
        score -= CONTRADICTION;
      }
    }
    return score;
  }

  private int alignment() {
    if (addresses < LEAST_FOR_ALIGNMENT) {
      return Long.BYTES;
    }
    long lowest = Long.lowestOneBit(addressBits);
    return (int) Math.max(Long.BYTES, Math.min(MOST_ALIGNMENT, lowest));
  }
}
