package io.github.memoryleak.heap.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadStateTest {
  /** The values are those that HotSpot stores. */
  @ParameterizedTest
  @CsvSource({
    "0, NEW",
    "2, TERMINATED",
    "5, RUNNABLE",
    "225, TIMED_WAITING",
    "401, WAITING",
    "417, TIMED_WAITING",
    "657, WAITING",
    "673, TIMED_WAITING",
    "1025, BLOCKED"
  })
  void reads_the_status_of_a_thread(long status, ThreadState expected) {
    assertThat(ThreadState.of(status)).isEqualTo(expected);
  }
}
