package com.acme.shop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionTest {
  @Test
  void keeps_what_was_logged() {
    Session session = new Session("Ada");
    session.log("cart of 2");
    session.log("paid");
    assertArrayEquals(
        "cart of 2\npaid\n".getBytes(StandardCharsets.UTF_8), session.transcript());
  }

  @Test
  void is_gone_once_it_is_closed() {
    UUID id = Sessions.open("Ada");
    assertEquals("Ada", Sessions.get(id).customer());
    Sessions.close(id);
    assertNull(Sessions.get(id));
  }
}
