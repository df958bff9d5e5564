package io.github.memoryleak.maven;

import io.github.memoryleak.LeakThresholds;
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
        heapGrowthBytes == null
            ? base.heapGrowthBytes()
            : Quantities.bytes("<thresholds><heapGrowthBytes>", heapGrowthBytes),
        threadGrowth == null
            ? base.threadGrowth()
            : Quantities.count("<thresholds><threadGrowth>", threadGrowth),
        heapBytesPerLoop == null
            ? base.heapBytesPerLoop()
            : Quantities.bytes("<thresholds><heapBytesPerLoop>", heapBytesPerLoop),
        threadsPerLoop == null
            ? base.threadsPerLoop()
            : Quantities.number("<thresholds><threadsPerLoop>", threadsPerLoop));
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
