package com.acme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NotRepeatableFixture {
  private static int runs;

  @Test
  void counts_from_zero() {
    if (runs++ > 0) {
      throw new IllegalStateException("the counter was at " + (runs - 1));
    }
  }

  @Test
  void passes() {
    assertThat(1 + 1).isEqualTo(2);
  }
}
