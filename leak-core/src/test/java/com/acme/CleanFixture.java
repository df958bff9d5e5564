package com.acme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanFixture {
  @Test
  void adds() {
    assertThat(1 + 1).isEqualTo(2);
  }

  @Test
  void subtracts() {
    assertThat(1 - 1).isZero();
  }
}
