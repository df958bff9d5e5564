package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ServerTest {
  private static Server server;

  @BeforeAll
  static void start() {
    server = Server.start();
  }

  @Test
  void is_there() {
    assertNotNull(server);
  }

  @Test
  void answers() {
    assertEquals("pong", server.ping());
  }
}
