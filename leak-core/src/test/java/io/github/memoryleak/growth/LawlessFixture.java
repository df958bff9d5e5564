package io.github.memoryleak.growth;

import io.github.memoryleak.MemorySnapshot;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Breaks the rules of the architecture, to show that they can be broken. */
public class LawlessFixture {
  @Test
  void looks_up_and_needs_libraries() {
    Assertions.assertThat(MemorySnapshot.quick()).isNotNull();
  }
}
