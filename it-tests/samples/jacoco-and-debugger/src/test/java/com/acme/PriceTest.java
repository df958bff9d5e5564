package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class PriceTest {
  @Test
  void has_a_tax() {
    assertEquals(119, Price.withTax(100));
  }

  /** Surefire's own JVM has the agents; the measured one has not. */
  @Test
  void is_measured_without_agents() {
    if (System.getProperty("measured") != null) {
      String arguments = ManagementFactory.getRuntimeMXBean().getInputArguments().toString();
      assertFalse(arguments.contains("-javaagent"), arguments);
      assertFalse(arguments.contains("-agentlib"), arguments);
    }
  }
}
