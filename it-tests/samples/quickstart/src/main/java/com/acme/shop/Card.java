package com.acme.shop;

import java.time.YearMonth;

/**
 * A credit card.
 *
 * @param number the number on it
 * @param validThrough the last month in which it is accepted
 */
public record Card(String number, YearMonth validThrough) {
  /** {@return whether it is no longer accepted in that month} */
  public boolean expiredIn(YearMonth month) {
    return validThrough.isBefore(month);
  }
}
