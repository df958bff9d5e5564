package io.github.memoryleak.maven.settings;

/** Who records. */
public enum Profiler {
  /** The Flight Recorder, which every JDK has. */
  JFR("jfr"),
  /** async-profiler, which is native code. */
  ASYNC("async-profiler");

  private final String text;

  Profiler(String text) {
    this.text = text;
  }

  /** {@return the name as the user writes it} */
  public String text() {
    return text;
  }

  /**
   * {@return the profiler of that name}
   *
   * @param text {@code jfr} or {@code async-profiler}
   * @throws UserError when there is no such profiler
   */
  public static Profiler parse(String text) {
    for (Profiler profiler : values()) {
      if (profiler.text.equals(text.trim())) {
        return profiler;
      }
    }
    throw new UserError("leak.profiler must be jfr or async-profiler, but is '" + text + "'.");
  }
}
