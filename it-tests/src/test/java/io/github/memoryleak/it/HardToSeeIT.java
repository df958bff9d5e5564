package io.github.memoryleak.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Leaks that once were missed, or left undecided. */
@Tag("long")
class HardToSeeIT {
  @Test
  void what_becomes_larger_and_not_more() {
    MavenResult build = MavenRun.of("growth-in-bytes-alone").run("leak:test");
    assertThat(build.subjects())
        .as(build.output())
        .containsExactlyInAnyOrder(
            "LEAK com.acme.LedgerTest#appends_to_a_text",
            "LEAK com.acme.LedgerTest#doubles_an_array_of_numbers",
            "LEAK com.acme.LedgerTest#notes_the_same_state_again",
            "LEAK com.acme.LedgerTest#opens_a_page_each_tenth_time",
            "LEAK com.acme.LedgerTest#replaces_a_buffer_by_a_larger_one");
    assertThat(build.lines())
        .contains(
            "[ERROR]    held by   static com.acme.Ledger.STATES",
            "[ERROR]    held by   static com.acme.Ledger.PAGES",
            "[ERROR]    held by   static com.acme.Ledger.sums");
    assertThat(build.exit()).isEqualTo(1);
  }

  @Test
  void a_leak_beside_native_code_that_keeps_the_collector_from_working() {
    MavenResult build = MavenRun.of("native-code-holds-arrays").run("leak:test");
    assertThat(build.subjects())
        .as(build.output())
        .containsExactlyInAnyOrder(
            "PASS com.acme.PackerTest#is_alive", "LEAK com.acme.PackerTest#keeps_an_order");
    assertThat(build.findings())
        .containsExactly("HEAP com.acme.PackerTest#keeps_an_order java.util.Random 1.0");
    assertThat(build.exit()).isEqualTo(1);
  }
}
