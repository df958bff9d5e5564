package com.acme;

import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServicesTest {
  private static int calls;

  @Test
  void makes_each_service_once() {
    List<String> names = Services.names();
    String name = names.get(calls++ % names.size());
    Object first = Services.get(name, ArrayList::new);
    assertSame(first, Services.get(name, ArrayList::new));
  }
}
