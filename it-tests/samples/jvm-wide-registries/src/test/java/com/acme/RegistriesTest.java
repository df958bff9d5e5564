package com.acme;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import org.junit.jupiter.api.Test;

class RegistriesTest {
  @Test
  void adds_a_shutdown_hook() {
    assertDoesNotThrow(Registries::shutdownHook);
  }

  @Test
  void registers_a_bean() {
    assertDoesNotThrow(Registries::bean);
  }

  @Test
  void registers_a_driver() {
    assertDoesNotThrow(Registries::driver);
  }

  @Test
  void deletes_on_exit() {
    assertDoesNotThrow(Registries::deleteOnExit);
  }

  @Test
  void sets_a_system_property() {
    assertDoesNotThrow(Registries::systemProperty);
  }

  @Test
  void adds_a_security_provider() {
    assertDoesNotThrow(Registries::provider);
  }

  @Test
  void sets_an_uncaught_handler() {
    assertDoesNotThrow(Registries::uncaughtHandler);
  }

  @Test
  void schedules_a_timer_task() {
    assertDoesNotThrow(Registries::timerTask);
  }

  @Test
  void schedules_a_task() {
    assertDoesNotThrow(Registries::scheduledTask);
  }

  @Test
  void adds_a_log_handler() {
    assertDoesNotThrow(Registries::logHandler);
  }

  @Test
  void fills_an_inherited_local() {
    assertDoesNotThrow(Registries::inheritable);
  }
}
