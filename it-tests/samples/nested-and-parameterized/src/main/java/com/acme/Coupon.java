package com.acme;

import java.util.ArrayList;
import java.util.List;

final class Coupon {
  private static final List<Coupon> REDEEMED = new ArrayList<>();

  private final int percent;

  Coupon(int percent) {
    this.percent = percent;
  }

  int redeem(int cents) {
    REDEEMED.add(this);
    return cents - cents * percent / 100;
  }
}
