package com.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Test;

class FailingFixture {
  @Test
  void fails() {
    fail("the sum is wrong");
  }

  @Test
  void passes() {
    assertThat(1 + 1).isEqualTo(2);
  }
}
