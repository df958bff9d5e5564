package io.github.memoryleak.explain;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What tells who takes native memory, when such a leak is proven and nothing else tells its site:
 * async-profiler, which is native code and so is used only where somebody asks for it.
 *
 * @param library its library for this platform; {@code null} where it is not there
 * @param problem why it is not there, and what to do; a sentence without its end, empty where it is
 *     there
 */
public record NativeProfiler(@Nullable Path library, String problem) {
  /** Nobody asked for it. */
  public static final NativeProfiler NOT_WANTED =
      missing(
          "leak:test records who takes native memory when leak.profiler=async-profiler is set, on"
              + " Linux and macOS");

  /**
   * {@return one that is there}
   *
   * @param library its library
   */
  public static NativeProfiler at(Path library) {
    return new NativeProfiler(library, "");
  }

  /**
   * {@return one that is not there}
   *
   * @param problem why, and what to do; a sentence without its end
   */
  public static NativeProfiler missing(String problem) {
    return new NativeProfiler(null, problem);
  }
}
