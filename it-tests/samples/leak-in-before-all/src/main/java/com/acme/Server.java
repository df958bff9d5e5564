package com.acme;

import java.util.ArrayList;
import java.util.List;

final class Server {
  private static final List<Server> STARTED = new ArrayList<>();

  private Server() {}

  static Server start() {
    Server server = new Server();
    STARTED.add(server);
    return server;
  }

  String ping() {
    return "pong";
  }
}
