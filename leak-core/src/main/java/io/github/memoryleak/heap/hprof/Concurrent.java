package io.github.memoryleak.heap.hprof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Something that is found in a thread of its own, beside other work.
 *
 * @param <T> what is found
 */
public final class Concurrent<T> {
  private final FutureTask<T> task;

  private Concurrent(Callable<T> work) {
    task = new FutureTask<>(work);
  }

  /**
   * {@return the work, begun in a daemon thread}
   *
   * @param work what to do
   * @param <T> what is found
   */
  public static <T> Concurrent<T> start(Callable<T> work) {
    Concurrent<T> concurrent = new Concurrent<>(work);
    Thread thread = new Thread(concurrent.task, "heap dump reader");
    thread.setDaemon(true);
    thread.start();
    return concurrent;
  }

  /**
   * {@return the work, done at once in this thread}
   *
   * @param work what to do
   * @param <T> what is found
   */
  public static <T> Concurrent<T> run(Callable<T> work) {
    Concurrent<T> done = new Concurrent<>(work);
    done.task.run();
    return done;
  }

  /**
   * {@return what was found, once it is}
   *
   * @throws UncheckedIOException with the exception of a file
   * @throws CancellationException when this thread is interrupted
   */
  public T get() {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      throw unchecked(e.getCause());
    }
  }

  private static RuntimeException unchecked(@Nullable Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    if (cause instanceof IOException problem) {
      return new UncheckedIOException(problem);
    }
    return cause instanceof RuntimeException fault ? fault : new IllegalStateException(cause);
  }
}
