package io.github.memoryleak.finding;

/**
 * A level before and after the measured rounds.
 *
 * @param baseline the level at the baseline
 * @param last the level at the end; {@code final} in JSON
 */
public record Change(long baseline, long last) {

  /** {@return the difference; negative when the level fell} */
  public long growth() {
    return last - baseline;
  }

  /** {@return the growth in percent of the baseline; 0 for an empty baseline that stayed empty} */
  public double percent() {
    if (baseline == 0) {
      return last == 0 ? 0 : 100;
    }
    return 100.0 * growth() / baseline;
  }
}
