package io.github.memoryleak.agent;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The objects made so far, weakly held, each with the number of the stack that made it; those that
 * are closed go again. What is not alive any more when the recording ends does not leak, unless it
 * was to be closed; so what is left is exact, however much was made.
 *
 * <p>Recording makes objects too, and may call methods that were changed. The thread that records
 * is noted, so that it does not record what it makes by that.
 */
final class Recording {
  private static final int MOST = 50_000;
  private static final int LATEST = 8;
  private static final int DEPTH = 96;
  private static final StackWalker WALKER = StackWalker.getInstance(Set.of(), DEPTH);

  private final Wanted wanted;
  private final Map<Long, Integer> numbers = new HashMap<>();
  private final List<StackTraceElement[]> stacks = new ArrayList<>();
  private final Map<Long, Integer> blocks = new HashMap<>();
  private List<Made> made = new ArrayList<>();
  private boolean full;
  private volatile @Nullable Thread busy;

  Recording(Wanted wanted) {
    this.wanted = wanted;
  }

  private record Made(WeakReference<Object> object, String type, int stack) {}

  void created(Object object) {
    if (busy != Thread.currentThread() && wanted.isObject(object)) {
      add(object);
    }
  }

  void allocated(long address) {
    if (busy != Thread.currentThread()) {
      synchronized (this) {
        busy = Thread.currentThread();
        try {
          if (blocks.size() < MOST) {
            blocks.put(address, stack());
          }
        } finally {
          busy = null;
        }
      }
    }
  }

  void freed(long address) {
    if (busy != Thread.currentThread()) {
      synchronized (this) {
        blocks.remove(address);
      }
    }
  }

  void started(Thread thread) {
    if (busy != Thread.currentThread()) {
      add(thread);
    }
  }

  /** Objects are mostly closed by the order in which they nest, so the latest comes first. */
  void closed(Object object) {
    if (busy != Thread.currentThread() && wanted.isObject(object)) {
      synchronized (this) {
        for (int i = made.size() - 1; i >= 0; i--) {
          if (made.get(i).object().refersTo(object)) {
            made.remove(i);
          }
        }
      }
    }
  }

  private synchronized void add(Object object) {
    busy = Thread.currentThread();
    try {
      if (made.size() >= MOST) {
        makeRoom();
      }
      if (!full && !isKnown(object)) {
        made.add(new Made(new WeakReference<>(object), object.getClass().getName(), stack()));
      }
    } finally {
      busy = null;
    }
  }

  /** One constructor that calls another has noted the object already, a moment ago. */
  private boolean isKnown(Object object) {
    for (int i = made.size() - 1; i >= Math.max(0, made.size() - LATEST); i--) {
      if (made.get(i).object().refersTo(object)) {
        return true;
      }
    }
    return false;
  }

  /** What is garbage goes; when that does not help, what was recorded so far must do. */
  private void makeRoom() {
    if (!full) {
      System.gc();
      List<Made> alive = new ArrayList<>();
      made.stream().filter(m -> !m.object().refersTo(null)).forEach(alive::add);
      made = alive;
      full = made.size() > MOST / 2;
    }
  }

  private int stack() {
    long hash = WALKER.walk(frames -> frames.mapToLong(Recording::hash).reduce(17, Recording::mix));
    Integer known = numbers.get(hash);
    if (known != null) {
      return known;
    }
    int number = stacks.size();
    numbers.put(hash, number);
    stacks.add(
        WALKER.walk(
            frames ->
                frames
                    .map(StackWalker.StackFrame::toStackTraceElement)
                    .toArray(StackTraceElement[]::new)));
    return number;
  }

  private static long hash(StackWalker.StackFrame frame) {
    return mix(
        mix(frame.getClassName().hashCode(), frame.getMethodName().hashCode()),
        frame.getByteCodeIndex());
  }

  private static long mix(long hash, long more) {
    return (hash ^ more) * 0x9E3779B97F4A7C15L + (hash >>> 29);
  }

  /** {@return for each class and stack what {@link Recorder#stop} tells} */
  synchronized List<Object[]> left() {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    // In the order in which they were made.
    Map<List<Object>, int[]> counts = new LinkedHashMap<>();
    for (Made one : made) {
      Object object = one.object().get();
      if (object == null || (seen.add(object) && !isEnded(object))) {
        String name = object instanceof Thread thread && wanted.threads() ? thread.getName() : "";
        int[] count =
            counts.computeIfAbsent(List.of(one.type(), name, one.stack()), key -> new int[2]);
        count[0] += object == null ? 0 : 1;
        count[1]++;
      }
    }
    for (int stack : blocks.values()) {
      int[] count = counts.computeIfAbsent(List.of(Wanted.MEMORY, "", stack), key -> new int[2]);
      count[0]++;
      count[1]++;
    }
    List<Object[]> left = new ArrayList<>();
    counts.forEach(
        (key, count) ->
            left.add(
                new Object[] {
                  key.get(0), key.get(1), count[0], stacks.get((Integer) key.get(2)), count[1]
                }));
    return left;
  }

  private static boolean isEnded(Object object) {
    return object instanceof Thread thread && thread.getState() == Thread.State.TERMINATED;
  }
}
