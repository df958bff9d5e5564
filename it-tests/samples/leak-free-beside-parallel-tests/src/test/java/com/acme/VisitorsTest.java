package com.acme;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Promises nothing, and leaks for as long as one of the others runs meanwhile. */
class VisitorsTest {
  private static final List<Visit> VISITS = new ArrayList<>();

  record Visit(int page) {}

  @Test
  void keeps_visits() throws InterruptedException {
    int before;
    do {
      before = Page.seen();
      keepVisits();
    } while (Page.seen() > before);
    assertFalse(VISITS.isEmpty());
  }

  /** As long as the others may need between two runs. */
  private static void keepVisits() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (System.nanoTime() < end) {
      VISITS.add(new Visit(1));
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }
}
