package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ParcelTest {
  @Test
  void sends_a_parcel() {
    assertEquals("Ada", Registry.keep(new Parcel("Ada")).to());
  }

  @Test
  void keeps_nothing() {
    assertEquals("Ada", new Parcel("Ada").to());
  }
}
