package io.github.memoryleak.maven;

import io.github.memoryleak.LeakThresholds;
import io.github.memoryleak.ResourceLimits;
import io.github.memoryleak.maven.settings.Quantities;
import io.github.memoryleak.maven.settings.UserError;
import org.jspecify.annotations.Nullable;

/**
 * How much growth is tolerated: the element {@code <thresholds>}. What is not given comes from the
 * preset.
 *
 * <pre>{@code
 * <thresholds>
 *   <preset>normal</preset>
 *   <heapGrowth>20%</heapGrowth>
 *   <heapGrowthBytes>1 MiB</heapGrowthBytes>
 *   <threadGrowth>2</threadGrowth>
 *   <heapBytesPerLoop>0</heapBytesPerLoop>
 *   <threadsPerLoop>0</threadsPerLoop>
 *   <classLoadersPerLoop>0</classLoadersPerLoop>
 *   <classesPerLoop>0</classesPerLoop>
 *   <fileDescriptorsPerLoop>0</fileDescriptorsPerLoop>
 *   <directBufferBytesPerLoop>0</directBufferBytesPerLoop>
 *   <nativeBytesPerLoop>0</nativeBytesPerLoop>
 * </thresholds>
 * }</pre>
 */
public class Thresholds {
  /** {@code strict}, {@code normal} or {@code permissive}. */
  private @Nullable String preset;

  /** Tolerated growth of the live heap over its baseline, such as {@code 20%}. */
  private @Nullable String heapGrowth;

  /** Tolerated growth of the live heap in bytes, such as {@code 1 MiB}. */
  private @Nullable String heapGrowthBytes;

  /** How many more threads are tolerated. */
  private @Nullable String threadGrowth;

  /** Tolerated proven growth of the heap per loop, such as {@code 16}. */
  private @Nullable String heapBytesPerLoop;

  /** Tolerated proven growth of threads per loop. */
  private @Nullable String threadsPerLoop;

  /** Tolerated proven growth of class loaders per loop. */
  private @Nullable String classLoadersPerLoop;

  /** Tolerated proven growth of classes per loop. */
  private @Nullable String classesPerLoop;

  /** Tolerated proven growth of open files, pipes and sockets per loop. */
  private @Nullable String fileDescriptorsPerLoop;

  /** Tolerated proven growth of the memory of direct and mapped buffers per loop. */
  private @Nullable String directBufferBytesPerLoop;

  /** Tolerated proven growth of other memory outside the heap per loop. */
  private @Nullable String nativeBytesPerLoop;

  /** For Maven. */
  public Thresholds() {}

  /**
   * {@return the limits}
   *
   * @param outerPreset the preset that {@code leak.preset} names, or {@code null}; the element's
   *     own preset wins over it
   * @throws UserError when a value cannot be read; the message names it
   */
  LeakThresholds toLimits(@Nullable String outerPreset) {
    LeakThresholds base = base(preset != null ? preset : outerPreset);
    return new LeakThresholds(
        heapGrowth == null
            ? base.heapGrowth()
            : Quantities.fraction("<thresholds><heapGrowth>", heapGrowth),
        bytes("heapGrowthBytes", heapGrowthBytes, base.heapGrowthBytes()),
        threadGrowth == null
            ? base.threadGrowth()
            : Quantities.count("<thresholds><threadGrowth>", threadGrowth),
        bytes("heapBytesPerLoop", heapBytesPerLoop, base.heapBytesPerLoop()),
        number("threadsPerLoop", threadsPerLoop, base.threadsPerLoop()),
        others(base.others()));
  }

  private ResourceLimits others(ResourceLimits base) {
    return new ResourceLimits(
        number("classLoadersPerLoop", classLoadersPerLoop, base.classLoadersPerLoop()),
        number("classesPerLoop", classesPerLoop, base.classesPerLoop()),
        number("fileDescriptorsPerLoop", fileDescriptorsPerLoop, base.fileDescriptorsPerLoop()),
        bytes(
            "directBufferBytesPerLoop", directBufferBytesPerLoop, base.directBufferBytesPerLoop()),
        bytes("nativeBytesPerLoop", nativeBytesPerLoop, base.nativeBytesPerLoop()));
  }

  private static double number(String element, @Nullable String text, double base) {
    return text == null ? base : Quantities.number("<thresholds><" + element + ">", text);
  }

  private static long bytes(String element, @Nullable String text, long base) {
    return text == null ? base : Quantities.bytes("<thresholds><" + element + ">", text);
  }

  private static LeakThresholds base(@Nullable String name) {
    if (name == null) {
      return LeakThresholds.normal();
    }
    try {
      return LeakThresholds.preset(name.trim());
    } catch (IllegalArgumentException e) {
      throw new UserError(e.getMessage() + ".", e);
    }
  }
}
