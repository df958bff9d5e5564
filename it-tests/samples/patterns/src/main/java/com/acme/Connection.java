package com.acme;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A resource: open ones are registered, and closing takes them off. */
final class Connection implements AutoCloseable {
  private static final Set<Connection> OPEN = ConcurrentHashMap.newKeySet();

  static Connection open() {
    Connection connection = new Connection();
    OPEN.add(connection);
    return connection;
  }

  int query() {
    return 1;
  }

  @Override
  public void close() {
    OPEN.remove(this);
  }
}
