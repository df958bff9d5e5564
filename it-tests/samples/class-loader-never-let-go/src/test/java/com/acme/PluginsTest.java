package com.acme;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import org.junit.jupiter.api.Test;

class PluginsTest {
  @Test
  void runs_a_plugin() {
    assertDoesNotThrow(() -> Plugins.run());
  }
}
