package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GoodReportTest {
  @Test
  void counts_rows() throws Exception {
    assertEquals(1, new GoodReport().rows());
  }
}
