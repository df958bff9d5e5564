package com.acme;

/** Subscribes and never unsubscribes. */
final class Dashboard {
  private String last = "";

  Dashboard(EventBus bus) {
    bus.subscribe(this::show);
  }

  private void show(String event) {
    last = event;
  }

  String last() {
    return last;
  }
}
