package com.acme;

/** The topic keeps each window that was ever opened. */
final class BadWindow {
  private int events;

  BadWindow() {
    Topic.add(() -> events++);
  }

  int events() {
    return events;
  }
}
