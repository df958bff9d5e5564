package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PriceFeedTest {
  @Test
  void keeps_the_last_price() throws InterruptedException {
    PriceFeed feed = new PriceFeed();
    feed.offer(995);
    assertEquals(995, feed.last());
  }
}
