package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DeskTest {
  @Test
  void takes_a_letter() {
    assertEquals(5, Desk.take("Hello"));
  }

  @Test
  void takes_another_letter() {
    assertEquals(3, Desk.take("Bye"));
  }

  @Test
  void takes_two_letters() {
    assertEquals(8, Desk.take("Hello") + Desk.take("Bye"));
  }

  @Test
  void takes_a_letter_and_replies() {
    assertEquals(8, Desk.take("Hello") + Desk.reply("Bye"));
  }

  @Test
  void keeps_nothing() {
    assertEquals(5, "Hello".length());
  }
}
