package com.acme.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DiscountTest {
  @ParameterizedTest
  @CsvSource({"NONE, 1000, 1000", "REGULAR, 1000, 950", "SALE, 999, 749"})
  void lowers_the_price(Discount discount, int cents, int expected) {
    assertEquals(expected, discount.applyTo(cents));
  }

  @ParameterizedTest
  @EnumSource
  void never_makes_anything_dearer(Discount discount) {
    assertTrue(discount.applyTo(995) <= 995);
  }
}
