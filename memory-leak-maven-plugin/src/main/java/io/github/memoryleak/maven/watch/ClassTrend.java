package io.github.memoryleak.maven.watch;

import io.github.memoryleak.ResourceTrend;
import io.github.memoryleak.maven.watch.WatchSample.ClassCount;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A class of which there are more and more objects.
 *
 * @param type its name
 * @param last how many there were at the end, and their bytes
 * @param instances the trend of their number
 * @param bytesPerHour by how many bytes they grow an hour
 */
public record ClassTrend(
    String type, ClassCount last, ResourceTrend instances, double bytesPerHour) {
  private static final ClassCount NONE = new ClassCount(0, 0);

  /**
   * {@return the classes whose number is proven to grow over the whole time and in its second half,
   * those with most bytes an hour first}
   *
   * @param samples the oldest first
   */
  static List<ClassTrend> growing(List<WatchSample> samples) {
    List<WatchSample> counted = samples.stream().filter(s -> !s.classes().isEmpty()).toList();
    if (counted.size() < LevelTrend.MIN_POINTS) {
      return List.of();
    }
    Set<String> types = new TreeSet<>(counted.get(counted.size() - 1).classes().keySet());
    return types.stream()
        .map(type -> of(type, counted))
        .filter(ClassTrend::isGrowing)
        .filter(trend -> of(trend.type, latter(counted)).isGrowing())
        .sorted(
            Comparator.comparingDouble(ClassTrend::bytesPerHour)
                .reversed()
                .thenComparing(ClassTrend::type))
        .toList();
  }

  private static List<WatchSample> latter(List<WatchSample> counted) {
    return counted.subList(counted.size() / 2, counted.size());
  }

  /** Garbage counts as well where none is collected: number and bytes have to agree. */
  private boolean isGrowing() {
    return instances.isGrowing() && bytesPerHour > 0;
  }

  private static ClassTrend of(String type, List<WatchSample> counted) {
    double[] seconds = new double[counted.size()];
    double[] instances = new double[counted.size()];
    double[] bytes = new double[counted.size()];
    for (int i = 0; i < seconds.length; i++) {
      ClassCount count = counted.get(i).classes().getOrDefault(type, NONE);
      seconds[i] = counted.get(i).time().toEpochMilli() / 1000.0;
      instances[i] = count.instances();
      bytes[i] = count.bytes();
    }
    return new ClassTrend(
        type,
        counted.get(counted.size() - 1).classes().getOrDefault(type, NONE),
        ResourceTrend.of(seconds, instances),
        ResourceTrend.of(seconds, bytes).perHour());
  }
}
