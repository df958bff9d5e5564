package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportTest {
  @Test
  void adds() {
    assertEquals(4, 2 + 2);
  }

  @Test
  void reads_everything_at_once() {
    List<byte[]> pages = new ArrayList<>();
    while (pages.size() < 1_000_000) {
      pages.add(new byte[1 << 20]);
    }
    assertEquals(1_000_000, pages.size());
  }
}
