package io.github.memoryleak;

import io.github.memoryleak.finding.ThreadTrace;
import java.io.Closeable;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/**
 * What was opened and is to be closed again within some work: counted exactly, without waiting for
 * a collector.
 *
 * <pre>{@code
 * try (ResourceScope scope = ResourceScope.withStacks("import")) {
 *   try (ResourceScope.Tracked<Reader> in = scope.track(Files.newBufferedReader(file))) {
 *     parse(in.get());
 *   }
 *   scope.assertAllClosed();
 * }
 * }</pre>
 *
 * <p>A scope holds what is open in it, and nothing that was closed. Safe for use by many threads.
 */
public final class ResourceScope implements AutoCloseable {
  private final String name;
  private final boolean stacks;
  private final Set<Tracked<?>> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private final LongAdder opened = new LongAdder();

  private ResourceScope(String name, boolean stacks) {
    this.name = name;
    this.stacks = stacks;
  }

  /**
   * Begins a scope that counts, which costs little.
   *
   * @param name its name in messages
   * @return the scope
   */
  public static ResourceScope counting(String name) {
    return new ResourceScope(name, false);
  }

  /**
   * Begins a scope that also notes where each resource was opened, which costs some microseconds
   * for each.
   *
   * @param name its name in messages
   * @return the scope
   */
  public static ResourceScope withStacks(String name) {
    return new ResourceScope(name, true);
  }

  /**
   * Counts a resource as opened.
   *
   * @param resource what was opened
   * @param <T> its type
   * @return a handle; closing it closes the resource and counts it as closed
   */
  public <T extends AutoCloseable> Tracked<T> track(T resource) {
    Tracked<T> tracked = new Tracked<>(this, resource, stacks ? stack() : List.of());
    synchronized (open) {
      open.add(tracked);
    }
    opened.increment();
    return tracked;
  }

  private static List<StackTraceElement> stack() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .dropWhile(f -> f.getClassName().equals(ResourceScope.class.getName()))
                    .map(StackWalker.StackFrame::toStackTraceElement)
                    .toList());
  }

  /** {@return how many resources were opened so far} */
  public long opened() {
    return opened.sum();
  }

  /** {@return those that are open, in no order} */
  public List<Tracked<?>> unclosed() {
    synchronized (open) {
      return List.copyOf(open);
    }
  }

  /**
   * Asserts that everything was closed.
   *
   * @throws AssertionError when something is open; the message names each class, how many of it
   *     there are, and where one of them was opened
   */
  public void assertAllClosed() {
    List<Tracked<?>> left = unclosed();
    if (!left.isEmpty()) {
      throw new AssertionError(
          left.size() + " of " + opened() + " resources of " + name + " are open:" + text(left));
    }
  }

  private static String text(List<Tracked<?>> left) {
    return left.stream()
        .collect(Collectors.groupingBy(ResourceScope::line, Collectors.counting()))
        .entrySet()
        .stream()
        .map(e -> "\n  " + e.getValue() + " x " + e.getKey())
        .sorted()
        .collect(Collectors.joining());
  }

  private static String line(Tracked<?> tracked) {
    String type = tracked.get().getClass().getName();
    return tracked.stack().isEmpty()
        ? type
        : type + ", opened at " + ThreadTrace.text(tracked.stack().get(0));
  }

  /** Forgets what is open; it stays open. */
  @Override
  public void close() {
    synchronized (open) {
      open.clear();
    }
  }

  /**
   * A resource of a scope.
   *
   * @param <T> its type
   */
  public static final class Tracked<T extends AutoCloseable> implements Closeable {
    private final ResourceScope scope;
    private final T resource;
    private final List<StackTraceElement> stack;

    private Tracked(ResourceScope scope, T resource, List<StackTraceElement> stack) {
      this.scope = scope;
      this.resource = resource;
      this.stack = stack;
    }

    /** {@return the resource} */
    public T get() {
      return resource;
    }

    /** {@return where it was opened, the innermost frame first; empty where that is not noted} */
    public List<StackTraceElement> stack() {
      return stack;
    }

    /**
     * Closes the resource, and counts it as closed unless that fails; again does nothing.
     *
     * @throws IOException what the resource throws; an exception of another class is its cause
     */
    @Override
    public void close() throws IOException {
      synchronized (scope.open) {
        if (!scope.open.contains(this)) {
          return;
        }
      }
      closeResource();
      synchronized (scope.open) {
        scope.open.remove(this);
      }
    }

    private void closeResource() throws IOException {
      try {
        resource.close();
      } catch (IOException | RuntimeException e) {
        throw e;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      } catch (Exception e) {
        throw new IOException(e);
      }
    }
  }
}
