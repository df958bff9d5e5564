package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LatchTest {
  @Test
  void adds() {
    assertEquals(4, 2 + 2);
  }

  @Test
  void waits_for_what_never_comes() throws InterruptedException {
    new CountDownLatch(1).await();
  }
}
