package com.acme;

import java.util.ArrayList;
import java.util.List;

/** Keeps every session: an old leak. */
final class Sessions {
  private static final List<Session> ACTIVE = new ArrayList<>();

  private Sessions() {}

  static Session open(String user) {
    Session session = new Session(user);
    ACTIVE.add(session);
    return session;
  }

  record Session(String user) {}
}
