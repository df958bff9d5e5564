package com.acme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeakyFixture {
  private static final List<Session> SESSIONS = new ArrayList<>();

  @Test
  void keeps_a_session() {
    SESSIONS.add(new Session());
    assertThat(SESSIONS).isNotEmpty();
  }

  @Test
  void keeps_nothing() {
    assertThat(new Session()).isNotNull();
  }

  static final class Session {}
}
