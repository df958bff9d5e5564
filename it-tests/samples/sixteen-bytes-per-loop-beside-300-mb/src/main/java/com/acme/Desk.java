package com.acme;

/** Keeps each ticket in a slot that was there from the start: nothing but the tickets grows. */
final class Desk {
  private static final Ticket[] SLOTS = new Ticket[1_000_000];
  private static int next;

  private Desk() {}

  static int draw() {
    SLOTS[next] = new Ticket(next);
    return SLOTS[next++].number;
  }
}
