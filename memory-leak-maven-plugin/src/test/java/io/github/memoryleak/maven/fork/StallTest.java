package io.github.memoryleak.maven.fork;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.junit.Progress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StallTest {
  private static final long SECOND = 1_000_000_000L;
  private final Stall stall = new Stall(Duration.ofSeconds(10), Duration.ofSeconds(5), 0);

  private static Progress at(String test, int loops, long millis) {
    return new Progress("screen", "acme.CartTest", test, test, 1, loops, 0, 1, millis);
  }

  @Test
  void a_test_that_takes_too_long_stalls_though_the_clock_moves() {
    stall.see(at("acme.CartTest#add", 1, 0), 0);
    stall.see(at("acme.CartTest#add", 1, 10_000), 10 * SECOND);
    assertThat(stall.isStalled(10 * SECOND)).isFalse();
    assertThat(stall.isStalled(10 * SECOND + 1)).isTrue();
  }

  @Test
  void a_test_that_runs_again_does_not_stall() {
    stall.see(at("acme.CartTest#add", 1, 0), 0);
    stall.see(at("acme.CartTest#add", 2, 9_000), 9 * SECOND);
    assertThat(stall.isStalled(19 * SECOND)).isFalse();
    assertThat(stall.isStalled(19 * SECOND + 1)).isTrue();
  }

  @Test
  void between_tests_there_is_more_time() {
    stall.see(at("", 1, 0), 0);
    assertThat(stall.isStalled(65 * SECOND)).isFalse();
    assertThat(stall.isStalled(65 * SECOND + 1)).isTrue();
  }

  @Test
  void a_jvm_that_never_says_a_word_stalls() {
    assertThat(stall.isStalled(65 * SECOND)).isFalse();
    assertThat(stall.isStalled(65 * SECOND + 1)).isTrue();
  }
}
