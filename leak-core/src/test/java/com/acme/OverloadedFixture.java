package com.acme;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class OverloadedFixture {
  @Test
  void adds() {}

  @Test
  @DisplayName("once more")
  void adds(TestInfo info) {}

  @Test
  void removes() {}
}
