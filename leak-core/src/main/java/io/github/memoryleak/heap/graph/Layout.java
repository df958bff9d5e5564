package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.FieldType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The layout of an instance, as HotSpot makes it since JDK 15: the fields of a class go, the
 * largest first and references last, into the gaps that its superclasses left, else to the end.
 *
 * <p>Source: {@code fieldLayoutBuilder.cpp} of the OpenJDK.
 */
final class Layout {
  private final SizeModel model;
  private final List<long[]> gaps;
  private long end;

  private Layout(SizeModel model, List<long[]> gaps, long end) {
    this.model = model;
    this.gaps = gaps;
    this.end = end;
  }

  /** {@return the layout of an object without fields} */
  static Layout empty(SizeModel model) {
    return new Layout(model, new ArrayList<>(), model.header());
  }

  /** {@return the layout of a subclass that declares these fields} */
  Layout with(List<FieldType> fields) {
    List<long[]> copy = new ArrayList<>();
    gaps.forEach(g -> copy.add(g.clone()));
    Layout layout = new Layout(model, copy, end);
    fields.stream()
        .sorted(Comparator.comparingInt(this::order))
        .forEach(f -> layout.place(model.size(f)));
    return layout;
  }

  /** {@return the same with so many bytes behind it that stay free} */
  Layout padded(int bytes) {
    return new Layout(model, new ArrayList<>(), end + bytes + Long.BYTES - 1 & -Long.BYTES);
  }

  /** {@return the size of an instance in bytes} */
  long size() {
    return model.align(end);
  }

  private int order(FieldType type) {
    return type == FieldType.OBJECT ? 1 : -model.size(type);
  }

  private void place(int size) {
    for (long[] gap : gaps) {
      long start = gap[0] + size - 1 & -size;
      if (start + size <= gap[1]) {
        take(gap, start, start + size);
        return;
      }
    }
    long start = end + size - 1 & -size;
    if (start > end) {
      gaps.add(new long[] {end, start});
    }
    end = start + size;
  }

  private void take(long[] gap, long from, long to) {
    if (to < gap[1]) {
      gaps.add(new long[] {to, gap[1]});
    }
    gap[1] = from;
  }
}
