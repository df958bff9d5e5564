package io.github.memoryleak.census;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the JVM's native memory tracking says, {@code VM.native_memory summary scale=B}.
 *
 * @param blocks how many blocks the JVM itself has from {@code malloc}
 * @param bytes how large they are together
 * @param unsafeBlocks how many of them are {@code Unsafe}'s, direct buffers among them
 * @param unsafeBytes how large these are together
 */
record TrackedMemory(long blocks, long bytes, long unsafeBlocks, long unsafeBytes) {
  /** {@code malloc: 13234210 #18221}; JDK 25 has {@code , peak=...} behind. */
  private static final Pattern TOTAL = Pattern.compile("(?m)^ +malloc: (\\d+) #(\\d+)");

  /** {@code Other (reserved=10240, committed=10240)} and in the next line its {@code malloc}. */
  private static final Pattern UNSAFE =
      Pattern.compile("(?m)^- +Other \\(.*\\)\\s+\\(malloc=(\\d+)[^#\\n]* #(\\d+)\\)");

  /** Other threads of the JVM may take and give back this much while it is read. */
  private static final int FEW_BYTES = 4096;

  private static final int FEW_BLOCKS = 16;

  /** {@return the numbers in the text; {@code null} where nothing is tracked} */
  static @Nullable TrackedMemory parse(String text) {
    Matcher total = TOTAL.matcher(text);
    if (!total.find()) {
      return null;
    }
    Matcher unsafe = UNSAFE.matcher(text);
    boolean any = unsafe.find();
    return new TrackedMemory(
        Long.parseLong(total.group(2)),
        Long.parseLong(total.group(1)),
        any ? Long.parseLong(unsafe.group(2)) : 0,
        any ? Long.parseLong(unsafe.group(1)) : 0);
  }

  /** {@return whether hardly anything was allocated or freed in between} */
  boolean isNear(TrackedMemory other) {
    return Math.abs(other.bytes - bytes) <= FEW_BYTES
        && Math.abs(other.blocks - blocks) <= FEW_BLOCKS;
  }
}
