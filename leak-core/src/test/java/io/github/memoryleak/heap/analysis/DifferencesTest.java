package io.github.memoryleak.heap.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DifferencesTest {
  private static final JvmFacts JVM = jvm("17.0.15", "com.acme.Shop", "-Xmx512m", 24);

  private static JvmFacts jvm(String version, String program, String flag, long stringSize) {
    return new JvmFacts(
        version, "OpenJDK", program, List.of(flag), Map.of("java.lang.String", stringSize));
  }

  private static DumpFacts dump(String file, long second, JvmFacts jvm) {
    return new DumpFacts(
        Path.of(file), 1, Instant.ofEpochSecond(second), 1, 1, jvm, Optional.empty());
  }

  private static List<String> between(JvmFacts before, JvmFacts after) {
    return Differences.of(List.of(dump("a", 1, before), dump("b", 2, after)));
  }

  @Test
  void the_same_jvm_is_no_difference() {
    assertThat(between(JVM, JVM)).isEmpty();
  }

  @Test
  void what_a_redacted_dump_does_not_tell_is_no_difference() {
    assertThat(between(JVM, new JvmFacts("", "", "", List.of(), JVM.sizes()))).isEmpty();
  }

  @Test
  void another_version() {
    assertThat(between(JVM, jvm("25", "com.acme.Shop", "-Xmx512m", 24)))
        .containsExactly(
            "The dumps are of different JVMs, 17.0.15 (OpenJDK) and 25 (OpenJDK): growth of the"
                + " JDK's own classes may come from that, growth of yours does not.");
  }

  @Test
  void another_program() {
    assertThat(between(JVM, jvm("17.0.15", "com.acme.Till", "-Xmx512m", 24)))
        .containsExactly(
            "The dumps are of different programs, com.acme.Shop and com.acme.Till: what only the"
                + " second one has looks like growth.");
  }

  @Test
  void other_flags() {
    assertThat(between(JVM, jvm("17.0.15", "com.acme.Shop", "-Xmx1g", 24)))
        .containsExactly(
            "The JVMs had different flags (-Xmx512m became -Xmx1g): a larger heap or another"
                + " collector lets caches and buffers grow further without any leak.");
  }

  @Test
  void other_sizes_of_objects() {
    assertThat(between(JVM, jvm("17.0.15", "com.acme.Shop", "-Xmx512m", 32)))
        .containsExactly(
            "Objects have other sizes in the two JVMs (java.lang.String takes 24 and 32 bytes),"
                + " because of the version, of flags such as -XX:-UseCompressedOops, or of a heap"
                + " over 32 GB: compare numbers of objects, not bytes.");
  }

  @Test
  void the_wrong_order() {
    assertThat(Differences.of(List.of(dump("a", 2, JVM), dump("b", 1, JVM))))
        .containsExactly(
            "b was taken before a: what shrank in between is told as growth. Swap base and"
                + " current.");
  }
}
