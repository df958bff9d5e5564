package com.acme;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class AgencyTest {
  @Test
  void a_pool_that_is_held() throws Exception {
    assertEquals("held", Agency.heldPool());
  }

  @Test
  void a_pool_that_is_lost() throws Exception {
    assertEquals("lost", Agency.lostPool());
  }

  @Test
  void a_scheduler_that_is_lost() throws Exception {
    assertEquals("lost", Agency.lostScheduler());
  }

  @Test
  void a_fork_join_pool_that_is_held() throws Exception {
    assertEquals("held", Agency.heldForkJoinPool());
  }

  @Test
  void a_task_that_does_not_end() {
    assertDoesNotThrow(Agency::stuckTask);
  }

  @Test
  void a_thread_by_itself() {
    assertDoesNotThrow(Agency::loneThread);
  }

  @Test
  void a_timer_that_is_held() {
    assertDoesNotThrow(Agency::heldTimer);
  }

  @Test
  void a_timer_that_is_lost() {
    assertDoesNotThrow(Agency::lostTimer);
  }

  @Test
  void a_pool_that_is_shut_down() throws Exception {
    ExecutorService office = Executors.newFixedThreadPool(2);
    assertEquals("done", office.submit(() -> "done").get());
    office.shutdown();
  }
}
