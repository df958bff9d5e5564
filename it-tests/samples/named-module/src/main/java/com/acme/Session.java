package com.acme;

final class Session {
  private final String customer;

  Session(String customer) {
    this.customer = customer;
  }

  String customer() {
    return customer;
  }
}
