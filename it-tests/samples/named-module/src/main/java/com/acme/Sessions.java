package com.acme;

import java.util.ArrayList;
import java.util.List;

final class Sessions {
  private static final List<Session> ACTIVE = new ArrayList<>();

  private Sessions() {}

  static Session open(String customer) {
    Session session = new Session(customer);
    ACTIVE.add(session);
    return session;
  }
}
