package com.acme;

import java.util.ArrayList;
import java.util.List;

final class Connection {
  private static final List<Connection> OPEN = new ArrayList<>();

  private Connection() {}

  static Connection open() {
    Connection connection = new Connection();
    OPEN.add(connection);
    return connection;
  }

  String ping() {
    return "pong";
  }
}
