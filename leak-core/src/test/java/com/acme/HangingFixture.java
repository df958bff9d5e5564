package com.acme;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class HangingFixture {
  @Test
  void waits_for_ever() throws Exception {
    new CountDownLatch(1).await();
  }
}
