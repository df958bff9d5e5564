package com.acme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Ends the JVM when it runs for the third time, and no test runs: nobody can be left out. */
class HaltingFixture {
  private static int runs;

  @Test
  void passes() {
    assertThat(1 + 1).isEqualTo(2);
  }

  @AfterAll
  static void end() {
    runs++;
    if (runs == 3) {
      Runtime.getRuntime().halt(7);
    }
  }
}
