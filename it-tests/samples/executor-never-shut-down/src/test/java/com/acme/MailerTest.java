package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MailerTest {
  @Test
  void sends_a_mail() throws Exception {
    assertEquals("sent to Ada", new Mailer().send("Ada").get());
  }
}
