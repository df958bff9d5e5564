package io.github.memoryleak;

import java.time.Duration;

/** Arguments of the API, checked with a sentence. */
final class Checks {
  private Checks() {}

  static int within(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " must be " + least + " to " + most + ", but is " + value);
    }
    return value;
  }

  static Duration notNegative(String name, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(name + " must not be negative, but is " + value);
    }
    return value;
  }
}
