package io.github.memoryleak.heap.inspect;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The value of a thread-local variable.
 *
 * @param holder the field that holds the variable, or null when the variable itself is gone
 * @param variable the class of the variable; empty when it is gone
 * @param value the class of the value
 * @param retainedBytes what the value keeps alive
 */
public record ThreadLocalInfo(
    @Nullable Holder holder, String variable, String value, long retainedBytes) {
  static final Comparator<ThreadLocalInfo> LARGEST_FIRST =
      Comparator.comparingLong(ThreadLocalInfo::retainedBytes)
          .reversed()
          .thenComparing(ThreadLocalInfo::value);
}
