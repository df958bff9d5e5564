package io.github.memoryleak.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Blocks of native memory that were taken and not given back, as a recording tells of them: each
 * with its address and the time, in any order.
 *
 * <p>What happened last at an address decides. So a block that begins where another one still seems
 * to be takes its place: its end was not seen, or one call is told twice. Nothing that was given
 * back is ever counted.
 *
 * @param <S> who took it
 */
final class LiveBlocks<S> {
  private final Map<Long, Block<S>> blocks = new HashMap<>();

  /** What happened last at an address; nobody takes what is given back. */
  private record Block<S>(long nanos, long bytes, @Nullable S taker) {}

  /**
   * What one has taken and not given back.
   *
   * @param taker who
   * @param blocks how many blocks
   * @param bytes how large they are together
   */
  record Taken<S>(S taker, int blocks, long bytes) {
    private Taken<S> plus(Taken<S> other) {
      return new Taken<>(taker, blocks + other.blocks, bytes + other.bytes);
    }
  }

  void taken(long nanos, long address, long bytes, S taker) {
    add(address, new Block<>(nanos, bytes, taker));
  }

  void givenBack(long nanos, long address) {
    add(address, new Block<>(nanos, 0, null));
  }

  /** Where the clock cannot tell, they are told in their order. */
  private void add(long address, Block<S> block) {
    blocks.merge(address, block, (a, b) -> a.nanos() > b.nanos() ? a : b);
  }

  /** {@return what is left, by who took it, most bytes first} */
  List<Taken<S>> left() {
    Map<S, Taken<S>> sums = new LinkedHashMap<>();
    for (Block<S> block : blocks.values()) {
      S taker = block.taker();
      if (taker != null) {
        sums.merge(taker, new Taken<>(taker, 1, block.bytes()), Taken::plus);
      }
    }
    List<Taken<S>> left = new ArrayList<>(sums.values());
    left.sort(Comparator.comparingLong((Taken<S> t) -> -t.bytes()));
    return left;
  }
}
