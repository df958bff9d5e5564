package io.github.memoryleak.agent;

import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What changed classes call, and what the core calls by reflection: the JDK's loader has this
 * class, so that every class can see it, and only types of the JDK go in and out.
 */
public final class Recorder {
  private static @Nullable Instrumentation instrumentation;
  private static @Nullable SiteTransformer transformer;
  private static volatile @Nullable Recording recording;
  private static @Nullable Recording paused;

  private Recorder() {}

  static synchronized void install(Instrumentation given) {
    instrumentation = given;
  }

  /**
   * Begins to record who creates objects of some classes, and who starts threads.
   *
   * @param classes names as {@link Class#getName()} gives them, {@code [B} for arrays of bytes; of
   *     the classes of lambdas the part before {@code $$Lambda}, with that; {@code
   *     jdk.internal.misc.Unsafe} for blocks of memory, {@code java.lang.AutoCloseable} for what
   *     may own memory of native code and is to be closed; {@code java.lang.Class} for classes that
   *     are defined
   * @param threads whether to record who starts threads
   * @param leastLength arrays of fewer elements are not recorded
   * @throws IllegalStateException when the agent is not installed, or is recording already
   */
  public static synchronized void start(Set<String> classes, boolean threads, int leastLength) {
    Instrumentation jvm = instrumentation;
    if (jvm == null || recording != null || paused != null) {
      throw new IllegalStateException(jvm == null ? "no agent is installed" : "already recording");
    }
    Wanted wanted = Wanted.of(classes, threads, leastLength);
    if (wanted.closeables()) {
      wanted.classes().addAll(Closeables.names(jvm.getAllLoadedClasses()));
    }
    recording = new Recording(wanted);
    transformer = SiteTransformer.install(jvm, wanted);
  }

  /** Records nothing any more; what was recorded stays until the end. */
  public static synchronized void pause() {
    paused = recording;
    recording = null;
  }

  /**
   * Ends the recording; all classes are what they were.
   *
   * @return for each stack that created what is still alive or was not closed: the name of the
   *     class, and that of a thread, else an empty one; the number of objects that are alive; the
   *     stack as an array of {@link StackTraceElement}, the innermost first; the number of objects
   *     that nobody closed
   */
  public static synchronized List<Object[]> stop() {
    Recording ended = paused == null ? recording : paused;
    recording = null;
    paused = null;
    if (transformer != null && instrumentation != null) {
      transformer.remove(instrumentation);
      transformer = null;
    }
    return ended == null ? List.of() : ended.left();
  }

  /**
   * An object has been made.
   *
   * @param object the object, or an array
   */
  public static void created(@Nullable Object object) {
    Recording now = recording;
    if (now != null && object != null) {
      now.created(object);
    }
  }

  /**
   * An object is about to be closed.
   *
   * @param object the object
   */
  public static void closed(Object object) {
    Recording now = recording;
    if (now != null) {
      now.closed(object);
    }
  }

  /**
   * A thread is about to be started.
   *
   * @param thread the thread
   */
  public static void started(Thread thread) {
    Recording now = recording;
    if (now != null) {
      now.started(thread);
    }
  }

  /**
   * A block of memory outside the heap has been allocated.
   *
   * @param address where it begins
   */
  public static void allocated(long address) {
    Recording now = recording;
    if (now != null) {
      now.allocated(address);
    }
  }

  /**
   * A block of memory outside the heap is about to be freed.
   *
   * @param address where it begins
   */
  public static void freed(long address) {
    Recording now = recording;
    if (now != null) {
      now.freed(address);
    }
  }
}
