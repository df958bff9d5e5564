package com.acme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Waits for ever when it runs for the third time. */
class WaitingTest {
  private static int runs;

  @Test
  void is_ready() throws InterruptedException {
    runs++;
    if (runs == 3) {
      new CountDownLatch(1).await();
    }
    assertTrue(runs > 0);
  }
}
