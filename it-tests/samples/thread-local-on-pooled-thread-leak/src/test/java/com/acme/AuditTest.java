package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AuditTest {
  @Test
  void records_the_user() throws Exception {
    assertEquals("Ada", Audit.record("Ada").get());
  }
}
