package io.github.memoryleak.site;

import io.github.memoryleak.census.TypeNames;
import io.github.memoryleak.names.NamePattern;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Records which stacks make the objects of some classes.
 *
 * <p>The agent does the work, see its {@code Recorder}; it is loaded the first time. One recording
 * at a time in a JVM.
 */
public final class SiteRecorder {
  /** Blocks of memory that {@code Unsafe} allocates. */
  public static final String MEMORY = "jdk.internal.misc.Unsafe";

  /** What is to be closed and may own memory of native code: its creations have other names. */
  public static final String CLOSEABLE = "java.lang.AutoCloseable";

  /** Classes themselves, by the stack that defines them. */
  public static final String DEFINED = "java.lang.Class";

  private static final String AGENT = "io.github.memoryleak.agent.";

  private static final int ALIVE = 2;
  private static final int UNCLOSED = 4;

  private final Set<String> types;
  private final Set<String> closeable;
  private final Method pause;
  private final Method stop;
  private boolean paused;

  private SiteRecorder(Wanted wanted, Method pause, Method stop) {
    types = wanted.types();
    closeable = wanted.closeable();
    this.pause = pause;
    this.stop = stop;
  }

  /**
   * What to record.
   *
   * @param types classes as a census names them: {@code com.acme.Session}, {@code byte[]}; or
   *     {@link #MEMORY}, {@link #CLOSEABLE}, {@link #DEFINED}
   * @param closeable those of them whose objects are to be closed, alive or not
   * @param threads whether to record who starts threads
   * @param leastLength arrays of fewer elements are not recorded
   */
  public record Wanted(Set<String> types, Set<String> closeable, boolean threads, int leastLength) {
    /** Copies the types. */
    public Wanted {
      types = Set.copyOf(types);
      closeable = Set.copyOf(closeable);
    }
  }

  /**
   * Loads the agent, while another process is at work; {@link #start} tells when that cannot be.
   */
  public static void prepare() {
    try {
      AgentLoading.recorder();
    } catch (IOException e) {
      // Whoever records will hear of it.
    }
  }

  /**
   * Begins a recording.
   *
   * @param wanted what to record
   * @return the recording
   * @throws IOException when this JVM does not load the agent, or it cannot record
   */
  public static SiteRecorder start(Wanted wanted) throws IOException {
    Class<?> recorder = AgentLoading.recorder();
    Set<String> names = wanted.types().stream().map(TypeNames::binary).collect(Collectors.toSet());
    try {
      recorder
          .getMethod("start", Set.class, boolean.class, int.class)
          .invoke(null, names, wanted.threads(), wanted.leastLength());
      return new SiteRecorder(wanted, recorder.getMethod("pause"), recorder.getMethod("stop"));
    } catch (ReflectiveOperationException e) {
      throw failed(e);
    }
  }

  /**
   * Records nothing any more. What was recorded is looked at in the end.
   *
   * @throws IOException when the agent fails
   */
  public void pause() throws IOException {
    if (!paused) {
      paused = true;
      try {
        pause.invoke(null);
      } catch (ReflectiveOperationException e) {
        throw failed(e);
      }
    }
  }

  /**
   * Ends the recording.
   *
   * @param collect collects all garbage; what it makes itself is not recorded any more
   * @return what is still alive or was not closed, by class and stack, most objects first
   * @throws IOException when the agent fails
   */
  public List<Creation> stop(Runnable collect) throws IOException {
    pause();
    try {
      collect.run();
      List<Creation> creations = new ArrayList<>();
      for (Object survivor : (List<?>) stop.invoke(null)) {
        creations.add(creation((Object[]) survivor));
      }
      creations = together(creations);
      creations.removeIf(c -> c.objects() == 0);
      creations.sort((a, b) -> Integer.compare(b.objects(), a.objects()));
      return creations;
    } catch (ReflectiveOperationException e) {
      throw failed(e);
    }
  }

  /** Threads of one kind have different names, and may come from one stack. */
  private static List<Creation> together(List<Creation> creations) {
    Map<List<Object>, Creation> sums = new LinkedHashMap<>();
    for (Creation one : creations) {
      sums.merge(
          List.of(one.type(), one.stack()),
          one,
          (a, b) -> new Creation(a.type(), a.objects() + b.objects(), a.stack()));
    }
    return new ArrayList<>(sums.values());
  }

  private Creation creation(Object[] survivor) {
    String type = TypeNames.normalised((String) survivor[0]);
    boolean mayOwn = closeable.contains(CLOSEABLE) && !types.contains(type);
    int count = mayOwn || closeable.contains(type) ? UNCLOSED : ALIVE;
    String thread = (String) survivor[1];
    return new Creation(
        thread.isEmpty() ? type : type + " " + NamePattern.of(thread),
        (Integer) survivor[count],
        Arrays.stream((StackTraceElement[]) survivor[3])
            .filter(frame -> !frame.getClassName().startsWith(AGENT))
            .toList());
  }

  private static IOException failed(ReflectiveOperationException e) {
    Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
    return new IOException("the agent failed: " + cause, cause);
  }
}
