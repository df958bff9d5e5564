package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionTest {
  private Connection connection;

  @BeforeEach
  void connect() {
    connection = Connection.open();
  }

  @Test
  void is_there() {
    assertNotNull(connection);
  }

  @Test
  void answers() {
    assertEquals("pong", connection.ping());
  }
}
