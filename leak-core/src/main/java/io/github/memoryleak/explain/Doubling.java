package io.github.memoryleak.explain;

/** When an array is doubled that is doubled whenever it is full. */
final class Doubling {
  /** Some loops may not have been counted. */
  private static final int MARGIN = 8;

  private Doubling() {}

  /**
   * {@return after how many more loops it has been doubled again, at the latest}
   *
   * <p>At worst it has just been: then as many have to come as filled it.
   *
   * @param before how many there were so far
   */
  static long loops(long before) {
    return before + before / MARGIN;
  }
}
