package com.acme;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class FourTest {
  @Test
  public void adds() {
    assertEquals(4, 2 + 2);
  }

  @Test
  public void leaks() {
    assertEquals(Kept.class, Kept.more().getClass());
  }
}
