package com.acme;

/** Sixteen bytes: a header and an int. */
final class Ticket {
  final int number;

  Ticket(int number) {
    this.number = number;
  }
}
