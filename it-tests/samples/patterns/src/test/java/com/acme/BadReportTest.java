package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BadReportTest {
  @Test
  void counts_rows() throws Exception {
    assertEquals(1, new BadReport().rows());
  }
}
