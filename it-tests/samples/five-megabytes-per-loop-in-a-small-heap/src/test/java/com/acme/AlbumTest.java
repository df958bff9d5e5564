package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AlbumTest {
  @Test
  void shows_a_picture() {
    assertEquals(5_000_000, Album.show());
  }
}
