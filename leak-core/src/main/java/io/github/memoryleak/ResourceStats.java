package io.github.memoryleak;

import java.time.Duration;

/**
 * What a {@link ResourceTracker} has counted so far.
 *
 * @param enabled whether it counts and samples now
 * @param reads how many reads were recorded
 * @param bytesRead their bytes
 * @param writes how many writes were recorded
 * @param bytesWritten their bytes
 * @param opened how many resources were tracked
 * @param open how many of them are open
 * @param samples how many samples are kept now
 * @param uptime time since the tracker was created
 */
public record ResourceStats(
    boolean enabled,
    long reads,
    long bytesRead,
    long writes,
    long bytesWritten,
    long opened,
    int open,
    int samples,
    Duration uptime) {}
