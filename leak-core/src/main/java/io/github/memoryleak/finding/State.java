package io.github.memoryleak.finding;

/** How a leaking thing stays. */
public enum State {
  /** Something reachable holds it: it stays for good. */
  HELD,
  /** Nobody closed it; only the collector would. */
  UNCLOSED
}
