package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeakingTest {
  static final List<Object> VISITS = new ArrayList<>();

  record Visit(int page) {}

  @Test
  void visits_a_page() throws Exception {
    VISITS.add(new Visit(1));
    assertEquals(100_000, Server.shared().page(1));
  }
}
