package com.acme;

/** Closes, also when the query fails. */
final class GoodReport {
  int rows() {
    try (Connection connection = Connection.open()) {
      return connection.query();
    }
  }
}
