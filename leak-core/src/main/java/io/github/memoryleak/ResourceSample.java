package io.github.memoryleak;

import java.time.Instant;

/**
 * The level of the JVM's resources at one moment, without a collection: the heap includes garbage.
 *
 * @param time when it was taken; never goes back from one sample of a tracker to the next
 * @param heapUsedBytes the used heap, garbage included, in bytes
 * @param heapCommittedBytes the heap that the JVM has from the operating system, in bytes
 * @param threads live threads
 * @param loadedClasses loaded classes
 * @param reads how many reads the tracker had recorded
 * @param bytesRead their bytes
 * @param writes how many writes the tracker had recorded
 * @param bytesWritten their bytes
 * @param heapAfterCollectionBytes the used heap after the latest collection, in bytes, 0 before the
 *     first; after a small collection it still includes old garbage
 * @param fileDescriptors open files, pipes and sockets; -1 where the operating system does not tell
 * @param bufferBytes memory of direct and mapped buffers, in bytes
 * @param tracked how many resources the tracker was given that are open
 */
public record ResourceSample(
    Instant time,
    long heapUsedBytes,
    long heapCommittedBytes,
    int threads,
    int loadedClasses,
    long reads,
    long bytesRead,
    long writes,
    long bytesWritten,
    long heapAfterCollectionBytes,
    long fileDescriptors,
    long bufferBytes,
    long tracked) {}
