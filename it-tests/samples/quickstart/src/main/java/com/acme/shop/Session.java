package com.acme.shop;

import java.nio.charset.StandardCharsets;

/** One customer at the checkout. */
final class Session {
  private final String customer;
  private final StringBuilder log = new StringBuilder();

  Session(String customer) {
    this.customer = customer;
  }

  String customer() {
    return customer;
  }

  void log(String line) {
    log.append(line).append('\n');
  }

  byte[] transcript() {
    return log.toString().getBytes(StandardCharsets.UTF_8);
  }
}
