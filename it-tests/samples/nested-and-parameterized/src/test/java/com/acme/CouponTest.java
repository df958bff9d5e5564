package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CouponTest {
  @ParameterizedTest
  @ValueSource(ints = {5, 10, 15})
  void can_be_printed(int percent) {
    assertNotNull(new Coupon(percent));
  }

  @Nested
  class Redeemed {
    @ParameterizedTest
    @CsvSource({"10, 900", "25, 750"})
    void lowers_the_price(int percent, int expected) {
      assertEquals(expected, new Coupon(percent).redeem(1000));
    }
  }

  @Nested
  class Kept {
    @Test
    void leaves_the_price() {
      assertEquals(1000, 1000 * 100 / 100);
    }
  }
}
