package com.acme;

import static org.testng.Assert.assertEquals;

import org.testng.annotations.Test;

public class NgTest {
  @Test
  public void adds() {
    assertEquals(4, 2 + 2);
  }

  @Test
  public void leaks() {
    assertEquals(Kept.more().getClass(), Kept.class);
  }
}
