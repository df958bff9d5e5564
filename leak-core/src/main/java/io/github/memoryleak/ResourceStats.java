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
 * @param samples how many samples are kept now
 * @param uptime time since the tracker was created
 */
public record ResourceStats(
    boolean enabled,
    long reads,
    long bytesRead,
    long writes,
    long bytesWritten,
    int samples,
    Duration uptime) {}
