package io.github.memoryleak.maven.fork;

/**
 * Work that is done when the build is ended from outside, by Ctrl-C or by the CI server, before it
 * is taken back.
 */
final class ShutdownHook implements AutoCloseable {
  private final Thread thread;

  private ShutdownHook(Thread thread) {
    this.thread = thread;
  }

  /**
   * {@return work for the case that the build is ended}
   *
   * @param name the name of the thread that does it
   * @param work what to do
   * @throws InterruptedException when the build is being ended already; then the work is done
   */
  static ShutdownHook add(String name, Runnable work) throws InterruptedException {
    Thread thread = new Thread(work, name);
    try {
      Runtime.getRuntime().addShutdownHook(thread);
    } catch (IllegalStateException e) {
      work.run();
      throw ended();
    }
    return new ShutdownHook(thread);
  }

  /**
   * Takes the work back.
   *
   * @throws InterruptedException when the build is being ended: what looks like an end of something
   *     else then comes from that
   */
  void takeBack() throws InterruptedException {
    if (!isTakenBack()) {
      throw ended();
    }
  }

  /**
   * Takes the work back, or waits until it is done. The build's own threads go on while it is being
   * ended: they must neither close what the work needs nor do the same.
   */
  @Override
  public void close() {
    if (!isTakenBack()) {
      awaitEnd();
    }
  }

  private boolean isTakenBack() {
    try {
      Runtime.getRuntime().removeShutdownHook(thread);
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private void awaitEnd() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static InterruptedException ended() {
    return new InterruptedException("The build is being ended");
  }
}
