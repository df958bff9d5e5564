package io.github.memoryleak.junit;

/**
 * Whether tests are being measured in this JVM already: a test that measures itself must not do so
 * then.
 */
public final class Measuring {
  private static volatile boolean active;

  private Measuring() {}

  /** {@return whether tests are being measured} */
  public static boolean isActive() {
    return active;
  }

  /** Work during which tests are measured. */
  public interface Work {
    /**
     * Measures.
     *
     * @throws Exception what the measurement throws
     */
    void run() throws Exception;
  }

  /**
   * Measures tests.
   *
   * @param work the measurement
   * @throws Exception what it throws
   */
  public static void during(Work work) throws Exception {
    active = true;
    try {
      work.run();
    } finally {
      active = false;
    }
  }
}
