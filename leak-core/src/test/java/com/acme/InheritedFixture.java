package com.acme;

import org.junit.jupiter.api.Test;

abstract class InheritedFixture {
  @Test
  void inherited() {}
}
