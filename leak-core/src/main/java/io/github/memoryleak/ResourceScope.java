package io.github.memoryleak;

import io.github.memoryleak.finding.ThreadTrace;
import java.io.Closeable;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
 * <p>A scope holds a note of what is open in it, and neither the resource nor anything of what was
 * closed: what the program forgets without closing it can still be collected, and stays counted.
 * Safe for use by many threads.
 */
public final class ResourceScope implements AutoCloseable {
  private static final Set<String> OWN =
      Set.of(ResourceScope.class.getName(), ResourceTracker.class.getName());

  private final String name;
  private final boolean stacks;
  private final @Nullable ResourceScope outer;
  private final Set<Unclosed> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private final LongAdder opened = new LongAdder();

  private ResourceScope(String name, boolean stacks, @Nullable ResourceScope outer) {
    this.name = name;
    this.stacks = stacks;
    this.outer = outer;
  }

  /**
   * Begins a scope that counts, which costs little.
   *
   * @param name its name in messages
   * @return the scope
   */
  public static ResourceScope counting(String name) {
    return new ResourceScope(name, false, null);
  }

  /**
   * Begins a scope that also notes where each resource was opened, which costs some microseconds
   * for each.
   *
   * @param name its name in messages
   * @return the scope
   */
  public static ResourceScope withStacks(String name) {
    return new ResourceScope(name, true, null);
  }

  /** {@return a scope whose resources count in this one as well} */
  ResourceScope inner(String innerName) {
    return new ResourceScope(innerName, stacks, this);
  }

  /**
   * Counts a resource as opened.
   *
   * @param resource what was opened
   * @param <T> its type
   * @return a handle; closing it closes the resource and counts it as closed
   */
  public <T extends AutoCloseable> Tracked<T> track(T resource) {
    Unclosed note = new Unclosed(resource.getClass().getName(), stacks ? stack() : List.of());
    add(note);
    return new Tracked<>(this, resource, note);
  }

  private void add(Unclosed note) {
    synchronized (open) {
      open.add(note);
    }
    opened.increment();
    if (outer != null) {
      outer.add(note);
    }
  }

  private void remove(Unclosed note) {
    synchronized (open) {
      open.remove(note);
    }
    if (outer != null) {
      outer.remove(note);
    }
  }

  private static List<StackTraceElement> stack() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .dropWhile(f -> OWN.contains(f.getClassName()))
                    .map(StackWalker.StackFrame::toStackTraceElement)
                    .toList());
  }

  /** {@return how many resources were opened so far} */
  public long opened() {
    return opened.sum();
  }

  /** {@return how many of them are open} */
  public int open() {
    synchronized (open) {
      return open.size();
    }
  }

  /** {@return those that are open, in no order} */
  public List<Unclosed> unclosed() {
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
    List<Unclosed> left = unclosed();
    if (!left.isEmpty()) {
      throw new AssertionError(
          left.size()
              + " of "
              + opened()
              + " resources of "
              + name
              + " are open:\n  "
              + String.join("\n  ", lines(left)));
    }
  }

  /** {@return a line for each class and place: how many, which class, where opened} */
  static List<String> lines(List<Unclosed> left) {
    return left.stream()
        .collect(Collectors.groupingBy(ResourceScope::line, Collectors.counting()))
        .entrySet()
        .stream()
        .map(e -> e.getValue() + " x " + e.getKey())
        .sorted()
        .toList();
  }

  private static String line(Unclosed note) {
    return note.stack().isEmpty()
        ? note.type()
        : note.type() + ", opened at " + ThreadTrace.text(note.stack().get(0));
  }

  /** Forgets what is open; it stays open, and counted by the tracker the scope belongs to. */
  @Override
  public void close() {
    synchronized (open) {
      open.clear();
    }
  }

  /**
   * What is known of an open resource. It does not hold the resource.
   *
   * @param type the resource's class
   * @param stack where it was opened, the innermost frame first; empty where that is not noted
   */
  public record Unclosed(String type, List<StackTraceElement> stack) {
    /** Copies the stack. */
    public Unclosed {
      stack = List.copyOf(stack);
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
    private final Unclosed note;
    private final AtomicBoolean closing = new AtomicBoolean();

    private Tracked(ResourceScope scope, T resource, Unclosed note) {
      this.scope = scope;
      this.resource = resource;
      this.note = note;
    }

    /** {@return the resource} */
    public T get() {
      return resource;
    }

    /** {@return where it was opened, the innermost frame first; empty where that is not noted} */
    public List<StackTraceElement> stack() {
      return note.stack();
    }

    /**
     * Closes the resource, and counts it as closed unless that fails, when it may be tried again;
     * once closed, again does nothing.
     *
     * @throws IOException what the resource throws; an exception of another class is its cause
     */
    @Override
    public void close() throws IOException {
      if (!closing.compareAndSet(false, true)) {
        return;
      }
      boolean done = false;
      try {
        closeResource();
        done = true;
      } finally {
        closing.set(done);
      }
      scope.remove(note);
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
