package io.github.memoryleak.rounds;

import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.GrowingType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What grows with every loop whatever is measured, because what runs the operation keeps it. It is
 * taken off the levels, so that only the operation's own growth is judged.
 *
 * @param perLoop growth per loop by class name as in source; other classes do not grow
 */
public record FrameworkGrowth(Map<String, Rate> perLoop) {

  /** Nothing grows. */
  public static final FrameworkGrowth NONE = new FrameworkGrowth(Map.of());

  /** Copies the map. */
  public FrameworkGrowth {
    perLoop = Map.copyOf(perLoop);
  }

  /**
   * Growth per loop.
   *
   * @param count in instances
   * @param bytes in shallow bytes
   */
  public record Rate(double count, double bytes) {
    private static final Rate ZERO = new Rate(0, 0);

    private Rate plus(Rate other, double factor) {
      return new Rate(count + factor * other.count, bytes + factor * other.bytes);
    }
  }

  /**
   * {@return the growth that was found}
   *
   * @param findings those of an operation that does nothing itself
   */
  public static FrameworkGrowth of(List<Finding> findings) {
    return new FrameworkGrowth(
        findings.stream()
            .flatMap(finding -> finding.growing().stream())
            .collect(Collectors.toMap(GrowingType::type, FrameworkGrowth::rate, (a, b) -> a)));
  }

  /**
   * {@return this growth and that of another, so many times}
   *
   * @param other the other growth
   * @param factor how many times; may be negative
   */
  public FrameworkGrowth plus(FrameworkGrowth other, double factor) {
    Map<String, Rate> sum = new HashMap<>(perLoop);
    other.perLoop.forEach((type, rate) -> sum.put(type, at(type).plus(rate, factor)));
    return new FrameworkGrowth(sum);
  }

  /** {@return the growth of a class} */
  Rate at(String type) {
    return perLoop.getOrDefault(type, Rate.ZERO);
  }

  private static Rate rate(GrowingType t) {
    return new Rate(t.countPerLoop(), t.bytesPerLoop());
  }
}
