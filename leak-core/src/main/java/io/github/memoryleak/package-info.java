/**
 * What a test writes against: {@link io.github.memoryleak.MemoryLeakDetector}, {@link
 * io.github.memoryleak.MemorySnapshot}, {@link io.github.memoryleak.LeakThresholds} and {@link
 * io.github.memoryleak.ResourceTracker}.
 */
@NullMarked
package io.github.memoryleak;

import org.jspecify.annotations.NullMarked;
