package io.github.memoryleak.leakbench;

/** A way to find out whether something leaks when it is done again and again. */
public interface Detector {
  /** Loops before anything is measured. */
  int WARM_UP = 5;

  /** The loops that a unit test affords. */
  int LOOPS = 60;

  /** One loop of what may leak. */
  @FunctionalInterface
  interface Loop {
    /** Runs once. */
    void run() throws Exception;

    /** Runs several times. */
    default void run(int times) throws Exception {
      for (int i = 0; i < times; i++) {
        run();
      }
    }
  }

  /**
   * {@return what was seen}
   *
   * @param loop what may leak
   * @param type a regular expression for the type that leaks, for those that have to be told
   */
  Sighting watch(Loop loop, String type) throws Exception;
}
