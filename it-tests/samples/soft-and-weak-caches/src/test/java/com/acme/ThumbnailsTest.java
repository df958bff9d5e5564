package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ThumbnailsTest {
  @Test
  void loads_a_picture() {
    assertEquals(1024, Thumbnails.load(new Object()));
  }
}
