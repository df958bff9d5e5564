package io.github.memoryleak.leakbench;

/**
 * The levels before and after, each behind two collections: a leak is 20 % more heap or more than
 * two more threads.
 */
public final class ModelRule implements Detector {
  private static final double HEAP = 0.2;
  private static final int THREADS = 2;

  @Override
  public Sighting watch(Loop loop, String type) throws Exception {
    loop.run(WARM_UP);
    long heap = used();
    int threads = threads();
    loop.run(LOOPS);
    boolean heapGrew = used() - heap > HEAP * heap;
    return Sighting.of(heapGrew || threads() - threads > THREADS);
  }

  private static long used() {
    System.gc();
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static int threads() {
    return Thread.getAllStackTraces().size();
  }
}
