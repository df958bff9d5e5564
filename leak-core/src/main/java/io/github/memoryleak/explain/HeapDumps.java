package io.github.memoryleak.explain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the heap dumps by which a leak is explained.
 *
 * @param keep which of them are kept
 * @param directory where they are kept; {@code null} when none is
 * @param maxDumps how many leaks are explained at most; of the first 20 a dump is kept
 * @param maxDumpBytes live bytes of a heap above which no dump is taken
 */
public record HeapDumps(Keep keep, @Nullable Path directory, int maxDumps, long maxDumpBytes) {

  /** Which dumps are kept. */
  public enum Keep {
    /** None: they are deleted when they have been read. */
    NEVER,
    /** The last one of each leak, as gzip. */
    ON_LEAK,
    /** As {@link #ON_LEAK}; when nothing leaks, one at the end. */
    ALWAYS;

    /** {@return the text that users write: {@code never}, {@code onLeak} or {@code always}} */
    public String text() {
      return switch (this) {
        case NEVER -> "never";
        case ON_LEAK -> "onLeak";
        case ALWAYS -> "always";
      };
    }

    /**
     * {@return the constant, or null when there is none of that text}
     *
     * @param text as from {@link #text()}, in any case
     */
    public static @Nullable Keep of(String text) {
      for (Keep keep : values()) {
        if (keep.text().toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT))) {
          return keep;
        }
      }
      return null;
    }
  }

  /**
   * Keeps a dump of this JVM's live objects when that is wanted although nothing leaked.
   *
   * @throws IOException when it cannot be written
   */
  public void keepWithoutLeak() throws IOException {
    if (keep == Keep.ALWAYS && directory != null) {
      LiveDump.keepNow(directory);
    }
  }

  /** How many leaks are explained unless set. */
  public static final int MAX_DUMPS = 100;

  /** The live bytes of a heap above which it is not dumped unless set: 2 GiB. */
  public static final long MAX_DUMP_BYTES = 2L << 30;

  /** Dumps that are deleted as soon as they have been read. */
  public static final HeapDumps TEMPORARY =
      new HeapDumps(Keep.NEVER, null, MAX_DUMPS, MAX_DUMP_BYTES);
}
