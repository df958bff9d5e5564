package com.acme;

/** Nobody tests it. */
public final class Answer {
  private Answer() {}

  /** {@return the answer} */
  public static int get() {
    return 42;
  }
}
