package com.acme;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

final class EventBus {
  static final EventBus DEFAULT = new EventBus();

  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

  void subscribe(Consumer<String> listener) {
    listeners.add(listener);
  }

  void publish(String event) {
    listeners.forEach(listener -> listener.accept(event));
  }
}
