package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class TasksTest {
  @Test
  void stops_its_pool() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      assertEquals(42, pool.submit(() -> 42).get());
    } finally {
      pool.shutdown();
    }
  }
}
