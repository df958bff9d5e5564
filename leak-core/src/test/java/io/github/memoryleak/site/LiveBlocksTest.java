package io.github.memoryleak.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LiveBlocksTest {
  private final LiveBlocks<String> blocks = new LiveBlocks<>();

  private record Call(boolean takes, long address, long bytes, String taker) {}

  @Test
  void what_was_given_back_is_not_left() {
    blocks.taken(16, 100, "a");
    blocks.taken(32, 200, "b");
    blocks.givenBack(16);
    assertThat(blocks.left()).containsExactly(new LiveBlocks.Taken<>("b", 1, 200));
  }

  @Test
  void an_address_is_used_again() {
    blocks.taken(16, 100, "a");
    blocks.givenBack(16);
    blocks.taken(16, 300, "b");
    assertThat(blocks.left()).containsExactly(new LiveBlocks.Taken<>("b", 1, 300));
  }

  @Test
  void what_was_there_before_does_not_count() {
    blocks.givenBack(16);
    assertThat(blocks.left()).isEmpty();
  }

  @Test
  void one_call_that_is_told_twice_is_one_block() {
    blocks.taken(16, 100, "calloc");
    blocks.taken(16, 100, "malloc");
    assertThat(blocks.left()).containsExactly(new LiveBlocks.Taken<>("malloc", 1, 100));
    blocks.givenBack(16);
    assertThat(blocks.left()).isEmpty();
  }

  @Test
  void who_took_most_comes_first() {
    blocks.taken(16, 100, "a");
    blocks.taken(32, 350, "b");
    blocks.taken(48, 100, "a");
    blocks.taken(64, 100, "a");
    assertThat(blocks.left())
        .containsExactly(new LiveBlocks.Taken<>("b", 1, 350), new LiveBlocks.Taken<>("a", 3, 300));
  }

  /** A program that gives each block back once or never, whatever the order and the addresses. */
  @Property
  void just_what_is_never_given_back_is_left(@ForAll("programs") List<Call> program) {
    LiveBlocks<String> live = new LiveBlocks<>();
    List<Call> kept = new ArrayList<>();
    for (Call call : program) {
      boolean there = kept.stream().anyMatch(k -> k.address() == call.address());
      if (call.takes() && !there) {
        live.taken(call.address(), call.bytes(), call.taker());
        kept.add(call);
      } else if (!call.takes()) {
        live.givenBack(call.address());
        kept.removeIf(k -> k.address() == call.address());
      }
    }
    Map<String, Long> bytes =
        kept.stream()
            .collect(Collectors.groupingBy(Call::taker, Collectors.summingLong(Call::bytes)));
    assertThat(live.left())
        .allMatch(t -> t.bytes() == bytes.getOrDefault(t.taker(), -1L))
        .hasSameSizeAs(bytes.entrySet())
        .isSortedAccordingTo((a, b) -> Long.compare(b.bytes(), a.bytes()));
    assertThat(live.left().stream().mapToInt(LiveBlocks.Taken::blocks).sum())
        .isEqualTo(kept.size());
  }

  /** Calls that were lost or told twice, in any order: no block is made up. */
  @Property
  void what_was_given_back_last_is_never_left(@ForAll("programs") List<Call> program) {
    LiveBlocks<Long> live = new LiveBlocks<>();
    Set<Long> takenLast = new HashSet<>();
    for (Call call : program) {
      if (call.takes()) {
        live.taken(call.address(), call.bytes(), call.address());
        takenLast.add(call.address());
      } else {
        live.givenBack(call.address());
        takenLast.remove(call.address());
      }
    }
    assertThat(live.left().stream().map(LiveBlocks.Taken::taker))
        .containsExactlyInAnyOrderElementsOf(takenLast);
  }

  @Provide
  Arbitrary<List<Call>> programs() {
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.longs().between(1, 8).map(n -> n << 4),
            Arbitraries.longs().between(1, 1 << 20),
            Arbitraries.of("a", "b", "c"))
        .as(Call::new)
        .list()
        .ofMaxSize(60);
  }
}
