package io.github.memoryleak;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The last samples, in one array that is allocated once: a sample that is kept is not an object.
 *
 * <p>Safe for use by several threads.
 */
final class SampleRing {
  private static final int COLUMNS = 14;

  private final long[] cells;
  private final int capacity;
  private int size;
  private int next;

  /**
   * Allocates the room.
   *
   * @param capacity how many samples are kept, 1 or more
   */
  SampleRing(int capacity) {
    this.capacity = capacity;
    this.cells = new long[Math.multiplyExact(capacity, COLUMNS)];
  }

  /** Keeps a sample, and drops the oldest when there is no room left. */
  synchronized void add(ResourceSample sample) {
    int cell = next * COLUMNS;
    cells[cell++] = sample.time().getEpochSecond();
    cells[cell++] = sample.time().getNano();
    cells[cell++] = sample.heapUsedBytes();
    cells[cell++] = sample.heapCommittedBytes();
    cells[cell++] = sample.threads();
    cells[cell++] = sample.loadedClasses();
    cells[cell++] = sample.reads();
    cells[cell++] = sample.bytesRead();
    cells[cell++] = sample.writes();
    cells[cell++] = sample.bytesWritten();
    cells[cell++] = sample.heapAfterCollectionBytes();
    cells[cell++] = sample.fileDescriptors();
    cells[cell++] = sample.bufferBytes();
    cells[cell] = sample.tracked();
    next = (next + 1) % capacity;
    size = Math.min(size + 1, capacity);
  }

  /** {@return how many samples are kept} */
  synchronized int size() {
    return size;
  }

  /** {@return an unmodifiable copy, the oldest first} */
  synchronized List<ResourceSample> toList() {
    List<ResourceSample> samples = new ArrayList<>(size);
    for (int age = size; age > 0; age--) {
      samples.add(read(Math.floorMod(next - age, capacity)));
    }
    return Collections.unmodifiableList(samples);
  }

  /** Forgets all samples; the room stays. */
  synchronized void clear() {
    size = 0;
    next = 0;
  }

  private ResourceSample read(int row) {
    int cell = row * COLUMNS;
    return new ResourceSample(
        Instant.ofEpochSecond(cells[cell], cells[cell + 1]),
        cells[cell + 2],
        cells[cell + 3],
        (int) cells[cell + 4],
        (int) cells[cell + 5],
        cells[cell + 6],
        cells[cell + 7],
        cells[cell + 8],
        cells[cell + 9],
        cells[cell + 10],
        cells[cell + 11],
        cells[cell + 12],
        cells[cell + 13]);
  }
}
