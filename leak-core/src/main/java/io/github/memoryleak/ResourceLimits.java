package io.github.memoryleak;

/**
 * How much proven growth is tolerated of what is neither an ordinary object nor a thread.
 *
 * @param classLoadersPerLoop class loaders per loop
 * @param classesPerLoop classes per loop
 * @param fileDescriptorsPerLoop files, pipes and sockets per loop
 * @param directBufferBytesPerLoop memory of direct and mapped buffers, in bytes per loop
 * @param nativeBytesPerLoop other memory outside the heap, in bytes per loop; more than 0 also
 *     tolerates objects that are left to the collector's cleaner, whose memory nobody knows
 */
public record ResourceLimits(
    double classLoadersPerLoop,
    double classesPerLoop,
    double fileDescriptorsPerLoop,
    long directBufferBytesPerLoop,
    long nativeBytesPerLoop) {

  /** Nothing is tolerated: the default. */
  public static final ResourceLimits NONE = new ResourceLimits(0, 0, 0, 0, 0);

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException when a value is negative or not a number; the message names it
   */
  public ResourceLimits {
    LeakThresholds.check("classLoadersPerLoop", classLoadersPerLoop);
    LeakThresholds.check("classesPerLoop", classesPerLoop);
    LeakThresholds.check("fileDescriptorsPerLoop", fileDescriptorsPerLoop);
    LeakThresholds.check("directBufferBytesPerLoop", directBufferBytesPerLoop);
    LeakThresholds.check("nativeBytesPerLoop", nativeBytesPerLoop);
  }
}
