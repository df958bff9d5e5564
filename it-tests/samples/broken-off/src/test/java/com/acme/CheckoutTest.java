package com.acme;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.LinkedList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckoutTest {
  private static final List<Session> SESSIONS = new LinkedList<>();

  static final class Session {}

  @Test
  void pay() {
    SESSIONS.add(new Session());
    assertFalse(SESSIONS.isEmpty());
  }
}
