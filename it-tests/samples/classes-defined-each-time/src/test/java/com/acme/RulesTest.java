package com.acme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class RulesTest {
  @Test
  void compiles_a_rule() throws IOException, ReflectiveOperationException {
    assertTrue(Rules.compile().contains("Template"));
  }
}
