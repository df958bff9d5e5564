package io.github.memoryleak.finding;

/** Whose code the leaking type belongs to. */
public enum Owner {
  /** The classes of the measured module. */
  APPLICATION,
  /** A dependency of the measured module. */
  LIBRARY,
  /** The framework that runs the tests. */
  TEST_INFRASTRUCTURE
}
