package io.github.memoryleak.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Blocks of native memory that were taken and not given back, as a recording tells of them: each
 * with its address, in the order of time.
 *
 * <p>A block that begins where another one still seems to be takes its place: its end was not seen,
 * or one call is told twice. So nothing that was given back is ever counted.
 *
 * @param <S> who took it
 */
final class LiveBlocks<S> {
  private final Map<Long, Block<S>> blocks = new HashMap<>();

  private record Block<S>(long bytes, S taker) {}

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

  void taken(long address, long bytes, S taker) {
    blocks.put(address, new Block<>(bytes, taker));
  }

  /** Of a block that was there before the recording nothing is known. */
  void givenBack(long address) {
    blocks.remove(address);
  }

  /** {@return what is left, by who took it, most bytes first} */
  List<Taken<S>> left() {
    Map<S, Taken<S>> sums = new LinkedHashMap<>();
    for (Block<S> block : blocks.values()) {
      sums.merge(block.taker(), new Taken<>(block.taker(), 1, block.bytes()), Taken::plus);
    }
    List<Taken<S>> left = new ArrayList<>(sums.values());
    left.sort(Comparator.comparingLong((Taken<S> t) -> -t.bytes()));
    return left;
  }
}
