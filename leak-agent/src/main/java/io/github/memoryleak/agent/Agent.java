package io.github.memoryleak.agent;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/** The JVM starts it when it is loaded, at the beginning or later. */
public final class Agent {
  private Agent() {}

  /**
   * Loaded into a running JVM.
   *
   * @param arguments none
   * @param instrumentation changes classes
   */
  public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
    Recorder.install(instrumentation);
  }

  /**
   * Loaded with {@code -javaagent}.
   *
   * @param arguments none
   * @param instrumentation changes classes
   */
  public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
    Recorder.install(instrumentation);
  }
}
