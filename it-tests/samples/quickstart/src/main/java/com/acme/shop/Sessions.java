package com.acme.shop;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The sessions that are open right now. */
final class Sessions {
  private static final Map<UUID, Session> ACTIVE = new ConcurrentHashMap<>();

  private Sessions() {}

  static UUID open(String customer) {
    UUID id = UUID.randomUUID();
    ACTIVE.put(id, new Session(customer));
    return id;
  }

  static Session get(UUID id) {
    return ACTIVE.get(id);
  }

  static void close(UUID id) {
    ACTIVE.remove(id);
  }
}
