package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PropertiesTest {
  @Test
  void has_the_properties() {
    assertEquals("north", System.getProperty("acme.region"));
    assertEquals(Path.of("target").toAbsolutePath().toString(), System.getProperty("acme.folder"));
  }

  @Test
  void has_those_of_surefire() {
    assertEquals(Path.of("").toAbsolutePath().toString(), System.getProperty("basedir"));
  }
}
