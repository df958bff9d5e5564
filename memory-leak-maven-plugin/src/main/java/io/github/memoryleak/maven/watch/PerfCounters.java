package io.github.memoryleak.maven.watch;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The counters that HotSpot keeps for its tools, as {@code jcmd <pid> PerfCounter.print} prints
 * them. Reading them stops nothing.
 */
final class PerfCounters {
  private static final Pattern NUMBER = Pattern.compile("([\\w.]+)=(-?[0-9]+)");
  private static final Pattern SPACE =
      Pattern.compile("sun\\.gc\\.generation\\.([0-9]+)\\.space\\.([0-9]+)\\.used");

  private final Map<String, Long> numbers = new HashMap<>();

  private PerfCounters() {}

  static PerfCounters parse(String text) {
    PerfCounters counters = new PerfCounters();
    text.lines()
        .map(line -> NUMBER.matcher(line.strip()))
        .filter(Matcher::matches)
        .forEach(m -> counters.numbers.put(m.group(1), Long.parseLong(m.group(2))));
    return counters;
  }

  boolean isEmpty() {
    return numbers.isEmpty();
  }

  /** {@return the loaded classes, less those that were unloaded} */
  OptionalLong classes() {
    OptionalLong loaded = number("java.cls.loadedClasses");
    return loaded.isEmpty()
        ? loaded
        : OptionalLong.of(
            loaded.getAsLong()
                + number("java.cls.sharedLoadedClasses").orElse(0)
                - number("java.cls.unloadedClasses").orElse(0)
                - number("java.cls.sharedUnloadedClasses").orElse(0));
  }

  OptionalLong threads() {
    return number("java.threads.live");
  }

  OptionalLong metaspace() {
    return number("sun.gc.metaspace.used");
  }

  /** {@return how many collections there were, of all kinds} */
  long collections() {
    return numbers.entrySet().stream()
        .filter(e -> e.getKey().matches("sun\\.gc\\.collector\\.[0-9]+\\.invocations"))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /**
   * {@return the used heap after the latest collection; none before the first}
   *
   * <p>The spaces are counted when a collection ends. Only the space for new objects may be counted
   * in between, and is empty after a collection; so it is left out where there are others beside.
   */
  OptionalLong heapAfterCollection() {
    if (collections() == 0) {
      return OptionalLong.empty();
    }
    boolean isDivided = numbers.containsKey("sun.gc.generation.0.space.1.used");
    long sum = 0;
    boolean isKnown = false;
    for (Map.Entry<String, Long> entry : numbers.entrySet()) {
      Matcher space = SPACE.matcher(entry.getKey());
      if (space.matches() && !(isDivided && isNew(space))) {
        sum += entry.getValue();
        isKnown = true;
      }
    }
    return isKnown ? OptionalLong.of(sum) : OptionalLong.empty();
  }

  private static boolean isNew(Matcher space) {
    return space.group(1).equals("0") && space.group(2).equals("0");
  }

  private OptionalLong number(String name) {
    Long number = numbers.get(name);
    return number == null ? OptionalLong.empty() : OptionalLong.of(number);
  }
}
