package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DashboardTest {
  @Test
  void shows_the_last_event() {
    Dashboard dashboard = new Dashboard(EventBus.DEFAULT);
    EventBus.DEFAULT.publish("order 7 paid");
    assertEquals("order 7 paid", dashboard.last());
  }
}
