package io.github.memoryleak.finding;

/**
 * What lies between two numbers.
 *
 * @param low the lower end, which belongs to it
 * @param high the upper end, which belongs to it
 */
public record Interval(long low, long high) {

  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException when the lower end is above the upper one
   */
  public Interval {
    if (low > high) {
      throw new IllegalArgumentException(low + " is above " + high);
    }
  }
}
