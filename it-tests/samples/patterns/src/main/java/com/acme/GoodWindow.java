package com.acme;

/** Takes the same listener off that it added. */
final class GoodWindow implements AutoCloseable {
  private final Runnable listener = () -> this.events++;
  private int events;

  GoodWindow() {
    Topic.add(listener);
  }

  int events() {
    return events;
  }

  @Override
  public void close() {
    Topic.remove(listener);
  }
}
