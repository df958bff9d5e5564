package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class RegionTest {
  @Test
  void finds_the_extra_resource() throws IOException {
    Properties region = new Properties();
    try (InputStream in = getClass().getResourceAsStream("/region.properties")) {
      region.load(in);
    }
    assertEquals("north", region.getProperty("region"));
  }
}
