package com.acme;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import org.junit.jupiter.api.Test;

class PluginsTest {
  private static void run(String plugin) {
    assertDoesNotThrow(() -> Plugins.run(plugin));
  }

  @Test
  void brings_a_driver() {
    run("BringsADriver");
  }

  @Test
  void sets_a_thread_local() {
    run("SetsAThreadLocal");
  }

  @Test
  void adds_a_shutdown_hook() {
    run("AddsAShutdownHook");
  }

  @Test
  void registers_a_bean() {
    run("RegistersABean");
  }

  @Test
  void adds_a_log_handler() {
    run("AddsALogHandler");
  }

  @Test
  void handles_what_nobody_caught() {
    run("HandlesWhatNobodyCaught");
  }

  @Test
  void looks_at_its_beans() {
    run("LooksAtItsBeans");
  }

  @Test
  void asks_for_a_bundle() {
    run("AsksForABundle");
  }
}
