package io.github.memoryleak.growth;

/** When an array is doubled that is doubled whenever it is full, and how large it is then. */
public final class Doubling {
  /** Some loops may not have been counted. */
  private static final int MARGIN = 8;

  /** An array that was doubled lately is at least as large as this part of all growth so far. */
  private static final int SHARE = 4;

  private static final int LARGEST_ELEMENT = 8;

  private Doubling() {}

  /**
   * {@return after how many more loops it has been doubled again, at the latest}
   *
   * <p>At worst it has just been: then as many have to come as filled it.
   *
   * @param before how many there were so far
   */
  public static long loops(long before) {
    return before + before / MARGIN;
  }

  /**
   * {@return bytes of an array that comes once in several loops, or of one that has them all}
   *
   * @param countPerLoop how many come in a loop
   * @param bytesPerLoop by how much they grow in a loop
   * @param loops how many there were so far
   */
  public static double bytes(double countPerLoop, double bytesPerLoop, long loops) {
    return countPerLoop > 0 ? bytesPerLoop / countPerLoop : bytesPerLoop * loops;
  }

  /**
   * {@return the elements that such an array has at least: small ones are legion}
   *
   * @param bytes what it has, or what all of them have
   */
  public static int leastLength(double bytes) {
    return (int) Math.min(Integer.MAX_VALUE, bytes / SHARE / LARGEST_ELEMENT);
  }
}
