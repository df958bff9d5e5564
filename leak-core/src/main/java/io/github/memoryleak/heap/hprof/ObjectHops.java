package io.github.memoryleak.heap.hprof;

import java.util.List;

/** Finds an object by the number of objects between it and another. */
final class ObjectHops {
  private final HprofFile file;
  private final List<Segment> segments;

  ObjectHops(HprofFile file) {
    this.file = file;
    segments = file.records().segments();
  }

  long hop(long from, int hops) throws HprofException {
    int number = segmentOf(from);
    long position = from;
    int left = hops;
    while (number < segments.size()) {
      SegmentWalk walk = file.walkOf(segments.get(number));
      long end = segments.get(number).end();
      while (position < end) {
        if (walk.isObject(position) && left-- == 0) {
          return position;
        }
        position = walk.after(position);
      }
      if (++number < segments.size()) {
        position = segments.get(number).start();
      }
    }
    throw new IllegalArgumentException("there are not so many objects behind byte " + from);
  }

  private int segmentOf(long position) {
    int low = 0;
    int high = segments.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (segments.get(middle).start() <= position) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
