package io.github.memoryleak.heap.inspect;

import io.github.memoryleak.heap.hprof.HeapProgress;
import io.github.memoryleak.heap.hprof.HprofException;
import io.github.memoryleak.heap.hprof.HprofFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Arrays of primitives, of 1 KiB or more, in which all is zero: buffers that nobody has filled.
 *
 * @param arrays how many
 * @param bytes their bytes
 * @param heldBy the fields that hold them, those with most bytes first
 */
public record ZeroArrays(long arrays, long bytes, List<HeldBy> heldBy) {
  private static final int LEAST_BYTES = 1024;

  /** Copies the list. */
  public ZeroArrays {
    heldBy = List.copyOf(heldBy);
  }

  /**
   * Looks into all large arrays that are strongly reachable, up to the first value that is not
   * zero.
   *
   * @param view the dump
   * @param top how many fields to tell
   * @param progress told how far it is
   * @return the arrays by what holds them
   * @throws HprofException at a byte that makes no sense
   */
  public static ZeroArrays of(HeapView view, int top, HeapProgress progress) throws HprofException {
    Scan scan = new Scan(view);
    Ticker ticker = new Ticker(progress, "looking for empty arrays", view.graph().objects());
    PrimitiveArrays.each(
        view,
        (array, type, position, length) -> {
          ticker.at(array);
          scan.look(array, position, length * type.bytes(view.file().idSize()));
        });
    return new ZeroArrays(scan.arrays, scan.bytes, scan.heldBy(top));
  }

  /** Adds up what is found. */
  private static final class Scan {
    private final HeapView view;
    private final HprofFile file;
    private final PathReader paths;
    private final Map<Holder, long[]> byHolder = new HashMap<>();
    private long arrays;
    private long bytes;

    Scan(HeapView view) {
      this.view = view;
      file = view.file();
      paths = new PathReader(view.reached());
    }

    void look(int array, long position, long length) {
      if (length >= LEAST_BYTES && view.tree().isReachable(array) && isZero(position, length)) {
        long size = view.graph().shallowSize(array);
        long[] sums = byHolder.computeIfAbsent(paths.holderOf(array), h -> new long[2]);
        sums[0]++;
        sums[1] += size;
        arrays++;
        bytes += size;
      }
    }

    private boolean isZero(long position, long length) {
      long last = position + length - Long.BYTES;
      for (long at = position; at < last; at += Long.BYTES) {
        if (file.longInteger(at) != 0) {
          return false;
        }
      }
      return file.longInteger(last) == 0;
    }

    List<HeldBy> heldBy(int top) {
      return byHolder.entrySet().stream()
          .map(e -> new HeldBy(e.getKey(), e.getValue()[0], e.getValue()[1]))
          .sorted(HeldBy.LARGEST_FIRST)
          .limit(top)
          .toList();
    }
  }
}
