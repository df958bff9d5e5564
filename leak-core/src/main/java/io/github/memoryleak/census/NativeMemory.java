package io.github.memoryleak.census;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import org.jspecify.annotations.Nullable;

/**
 * Memory that is neither on the heap nor a buffer's: what the program has from {@code Unsafe}, as
 * the JVM's native memory tracking counts it, and what native libraries have from {@code malloc}.
 *
 * <p>The latter is a difference. The C library knows how much all of the process has, and {@code
 * VM.info} prints it (with glibc only); what the JVM has of it the tracking knows. Both are read
 * when nothing happens in between. What the C library adds to each block for itself is in the one
 * number and not in the other, so the blocks of the JVM go along, see {@link
 * io.github.memoryleak.growth.MallocLevels}.
 *
 * <p>Without {@code -XX:NativeMemoryTracking} nothing is counted.
 */
public final class NativeMemory implements ResourceMeter {
  /** The name of what the program has from {@code Unsafe}. */
  public static final String UNSAFE = "native memory (Unsafe)";

  /** The name of what native libraries have. */
  public static final String LIBRARIES = "native memory (malloc)";

  /** {@code C-Heap outstanding allocations: 14059K, retained: 2840K}. */
  private static final Pattern OUTSTANDING =
      Pattern.compile("C-Heap outstanding allocations: (\\d+)K");

  private static final int ATTEMPTS = 20;
  private static final long PAUSE_NANOS = 1_000_000;
  private static final int KB = 1024;

  private final DiagnosticCommand tracking =
      DiagnosticCommand.withArguments("vmNativeMemory", "summary", "scale=B");
  private final DiagnosticCommand info = DiagnosticCommand.plain("vmInfo");
  private final @Nullable BufferPoolMXBean buffers =
      ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
          .filter(pool -> pool.getName().equals("direct"))
          .findFirst()
          .orElse(null);

  private boolean isTracked = true;
  private boolean isKnown = true;
  private long blocks;
  private long bytes;

  /** {@return a sentence about what is not counted in this JVM; empty where all is} */
  public static Optional<String> gap() {
    NativeMemory memory = new NativeMemory();
    if (memory.tracked() == null) {
      return Optional.of(
          "Native memory is not counted, as this JVM does not track it: leave"
              + " -XX:NativeMemoryTracking as it is, or a leak of it passes.");
    }
    return memory.outstanding() >= 0
        ? Optional.empty()
        : Optional.of(
            "Native memory of libraries is not counted, as only glibc tells how much malloc gave: a"
                + " leak of it passes.");
  }

  @Override
  public void addTo(CensusLog log) {
    TrackedMemory tracked = isTracked ? tracked() : null;
    isTracked = tracked != null;
    if (tracked == null) {
      return;
    }
    long count = buffers == null ? 0 : buffers.getCount();
    long size = buffers == null ? 0 : buffers.getMemoryUsed();
    log.add(Meter.NATIVE, UNSAFE, tracked.unsafeBlocks() - count, tracked.unsafeBytes() - size);
    for (int i = 0; isKnown && i < ATTEMPTS && !readLibraries(); i++) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    if (isKnown) {
      log.add(Meter.MALLOC, LIBRARIES, blocks, bytes);
    }
  }

  /** A compiler that is at work changes it by megabytes; then the reading before is kept. */
  private boolean readLibraries() {
    TrackedMemory before = tracked();
    long all = outstanding();
    TrackedMemory after = tracked();
    isKnown = all >= 0;
    if (!isKnown || before == null || after == null || !before.isNear(after)) {
      return false;
    }
    blocks = after.blocks();
    bytes = all - after.bytes();
    return true;
  }

  private @Nullable TrackedMemory tracked() {
    String text = text(tracking);
    return text == null ? null : TrackedMemory.parse(text);
  }

  /** {@return what {@code malloc} gave to the whole process; -1 where nobody tells} */
  private long outstanding() {
    String text = text(info);
    Matcher matcher = OUTSTANDING.matcher(text == null ? "" : text);
    return matcher.find() ? Long.parseLong(matcher.group(1)) * KB : -1;
  }

  private static @Nullable String text(DiagnosticCommand command) {
    try {
      return command.run();
    } catch (JMException e) {
      return null;
    }
  }
}
