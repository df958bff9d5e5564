package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PropertiesTest {
  @Test
  void has_the_properties() {
    assertEquals("north", System.getProperty("acme.region"));
    assertEquals("shop_1", System.getProperty("acme.schema"));
    assertEquals(Path.of("target").toAbsolutePath().toString(), System.getProperty("acme.folder"));
  }

  @Test
  void has_those_of_surefire() {
    assertEquals(Path.of("").toAbsolutePath().toString(), System.getProperty("basedir"));
    assertTrue(Path.of(System.getProperty("localRepository")).isAbsolute());
    String[] classpath = System.getProperty("surefire.test.class.path").split(File.pathSeparator);
    assertEquals(Path.of("target", "test-classes").toAbsolutePath().toString(), classpath[0]);
    assertTrue(classpath.length > 2);
  }
}
