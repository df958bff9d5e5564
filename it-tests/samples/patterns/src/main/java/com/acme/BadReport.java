package com.acme;

/** Opens, and does not close. */
final class BadReport {
  int rows() {
    Connection connection = Connection.open();
    return connection.query();
  }
}
