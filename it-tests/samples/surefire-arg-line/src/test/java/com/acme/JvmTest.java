package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class JvmTest {
  @Test
  void has_the_arguments() {
    assertEquals(
        "north EUR two words",
        String.join(
            " ",
            System.getProperty("acme.region"),
            System.getProperty("acme.currency"),
            System.getProperty("acme.title")));
  }

  @Test
  void may_look_into_the_list() throws ReflectiveOperationException {
    Field size = ArrayList.class.getDeclaredField("size");
    size.setAccessible(true);
    assertEquals(0, size.get(new ArrayList<>()));
  }
}
