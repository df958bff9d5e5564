package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AuditTest {
  @Test
  void notes_what_happens() {
    assertEquals(6, Audit.note("opened"));
  }
}
