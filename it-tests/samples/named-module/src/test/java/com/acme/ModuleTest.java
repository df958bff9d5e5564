package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** Passes only where the tests are part of the module. */
class ModuleTest {
  @Test
  void is_part_of_the_module() {
    assertEquals("com.acme.shop", getClass().getModule().getName());
  }

  @Test
  void finds_the_service_of_the_descriptor() {
    assertEquals("Hello", ServiceLoader.load(Greeter.class).findFirst().orElseThrow().greet());
  }

  @Test
  void finds_the_resource_beside_the_class() throws IOException {
    try (InputStream in = Greeter.class.getResourceAsStream("currency.txt")) {
      assertEquals("EUR", new String(in.readAllBytes()).trim());
    }
  }
}
