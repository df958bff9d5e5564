package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InboxTest {
  private final Inbox inbox = new Inbox(Path.of("src", "inbox"));

  @Test
  void tells_that_there_are_files() throws IOException {
    assertFalse(inbox.isEmpty());
  }

  @Test
  void reads_a_file() throws IOException {
    assertEquals('4', inbox.firstByte("orders.txt"));
  }
}
