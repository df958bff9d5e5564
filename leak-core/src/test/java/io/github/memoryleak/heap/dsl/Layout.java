package io.github.memoryleak.heap.dsl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Where objects lie: gives each an address. */
@FunctionalInterface
public interface Layout {
  /**
   * {@return an address for each object}
   *
   * @param sizes bytes of the objects, in the order of the file
   */
  long[] addresses(long[] sizes);

  /** {@return one object after the other, without gaps} */
  static Layout ascendingFrom(long base) {
    return sizes -> {
      long[] addresses = new long[sizes.length];
      long next = base;
      for (int i = 0; i < sizes.length; i++) {
        addresses[i] = next;
        next += sizes[i];
      }
      return addresses;
    };
  }

  /** {@return each object below the one before} */
  static Layout descendingFrom(long top) {
    return sizes -> {
      long[] addresses = new long[sizes.length];
      long next = top;
      for (int i = 0; i < sizes.length; i++) {
        next -= sizes[i];
        addresses[i] = next;
      }
      return addresses;
    };
  }

  /** {@return pages of 2 MB, far apart and in no order, as ZGC has them} */
  static Layout sparse(long seed) {
    return sizes -> {
      Random random = new Random(seed);
      List<Integer> order = new ArrayList<>(IntStream.range(0, sizes.length).boxed().toList());
      Collections.shuffle(order, random);
      long[] addresses = new long[sizes.length];
      long next = 0;
      for (int i = 0; i < sizes.length; i++) {
        if (i % 8 == 0) {
          next = 0x4000_0000_0000L + ((long) random.nextInt(1 << 16) << 29) + ((i + 1L) << 21);
        }
        addresses[order.get(i)] = next;
        next += sizes[order.get(i)];
      }
      return addresses;
    };
  }
}
