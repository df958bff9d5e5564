package io.github.memoryleak;

/**
 * A {@link ResourceTracker} as JMX shows it: counts, the latest sample, and trends in units per
 * hour.
 */
public interface ResourceTrackerMXBean {

  /** {@return whether the tracker counts and samples now} */
  boolean isEnabled();

  /** {@return time since the tracker was created, in seconds} */
  double getUptimeSeconds();

  /** {@return how many reads were recorded} */
  long getReads();

  /** {@return their bytes} */
  long getBytesRead();

  /** {@return how many writes were recorded} */
  long getWrites();

  /** {@return their bytes} */
  long getBytesWritten();

  /** {@return how many resources were tracked} */
  long getOpened();

  /** {@return how many of them are open} */
  int getOpen();

  /** {@return what is open, one of each class and line: how many, and where it was opened} */
  String[] getUnclosed();

  /** {@return the used heap in the latest sample, garbage included, in bytes; 0 without one} */
  long getHeapUsedBytes();

  /** {@return the used heap after the latest collection, in bytes; 0 before the first} */
  long getHeapAfterCollectionBytes();

  /** {@return live threads in the latest sample; 0 without one} */
  int getThreads();

  /** {@return open files in the latest sample; -1 where that is not known, 0 without a sample} */
  long getFileDescriptors();

  /** {@return memory of direct and mapped buffers in the latest sample, in bytes} */
  long getBufferBytes();

  /** {@return growth of the heap after collections, in bytes per hour} */
  double getHeapBytesPerHour();

  /** {@return growth of the live threads per hour} */
  double getThreadsPerHour();

  /** {@return growth of the open files per hour} */
  double getFileDescriptorsPerHour();

  /** {@return growth of the buffers' memory, in bytes per hour} */
  double getBufferBytesPerHour();

  /**
   * {@return the levels that are proven to grow: none, or some of heap, threads, fileDescriptors,
   * bufferBytes, tracked}
   */
  String[] getGrowing();

  /** {@return the samples that are kept as JSON, one object each, the oldest first} */
  String[] getSeries();
}
