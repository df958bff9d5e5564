package io.github.memoryleak.heap.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Why dumps may not be comparable: what differs between the JVMs, and what that means. */
final class Differences {
  private final List<String> sentences = new ArrayList<>();

  private Differences() {}

  static List<String> of(List<DumpFacts> dumps) {
    Differences differences = new Differences();
    for (int i = 1; i < dumps.size(); i++) {
      differences.compare(dumps.get(i - 1), dumps.get(i));
    }
    return List.copyOf(new LinkedHashSet<>(differences.sentences));
  }

  private void compare(DumpFacts before, DumpFacts after) {
    if (after.taken().isBefore(before.taken())) {
      sentences.add(
          after.file()
              + " was taken before "
              + before.file()
              + ": what shrank in between is told as growth. Swap base and current.");
    }
    programs(before.jvm(), after.jvm());
    versions(before.jvm(), after.jvm());
    sizes(before.jvm(), after.jvm());
    flags(before.jvm(), after.jvm());
  }

  private void programs(JvmFacts before, JvmFacts after) {
    if (differ(before.program(), after.program())) {
      sentences.add(
          "The dumps are of different programs, "
              + before.program()
              + " and "
              + after.program()
              + ": what only the second one has looks like growth.");
    }
  }

  private void versions(JvmFacts before, JvmFacts after) {
    String one = before.version() + " (" + before.name() + ")";
    String other = after.version() + " (" + after.name() + ")";
    if (differ(before.version(), after.version()) || differ(before.name(), after.name())) {
      sentences.add(
          "The dumps are of different JVMs, "
              + one
              + " and "
              + other
              + ": growth of the JDK's own classes may come from that, growth of yours does not.");
    }
  }

  private void sizes(JvmFacts before, JvmFacts after) {
    Map<String, Long> common = new TreeMap<>(before.sizes());
    common.keySet().retainAll(after.sizes().keySet());
    common.entrySet().removeIf(e -> e.getValue().equals(after.sizes().get(e.getKey())));
    if (!common.isEmpty()) {
      Map.Entry<String, Long> example = common.entrySet().iterator().next();
      sentences.add(
          "Objects have other sizes in the two JVMs ("
              + example.getKey()
              + " takes "
              + example.getValue()
              + " and "
              + after.sizes().get(example.getKey())
              + " bytes), because of the version, of flags such as -XX:-UseCompressedOops, or of a"
              + " heap over 32 GB: compare numbers of objects, not bytes.");
    }
  }

  private void flags(JvmFacts before, JvmFacts after) {
    Set<String> removed = new LinkedHashSet<>(before.flags());
    after.flags().forEach(removed::remove);
    Set<String> added = new LinkedHashSet<>(after.flags());
    before.flags().forEach(added::remove);
    boolean known = !before.flags().isEmpty() && !after.flags().isEmpty();
    if (known && !(removed.isEmpty() && added.isEmpty())) {
      sentences.add(
          "The JVMs had different flags ("
              + text(removed)
              + " became "
              + text(added)
              + "): a larger heap or another collector lets caches and buffers grow further"
              + " without any leak.");
    }
  }

  private static String text(Set<String> flags) {
    return flags.isEmpty() ? "none" : String.join(" ", flags);
  }

  private static boolean differ(String one, String other) {
    return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
  }
}
