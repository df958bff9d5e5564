package io.github.memoryleak.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.site.LiveBlocks.Taken;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

  private record Told(long nanos, Call call) {}

  @Test
  void what_was_given_back_is_not_left() {
    blocks.taken(1, 16, 100, "a");
    blocks.taken(2, 32, 200, "b");
    blocks.givenBack(3, 16);
    assertThat(blocks.left()).containsExactly(new Taken<>("b", 1, 200));
  }

  @Test
  void an_address_is_used_again() {
    blocks.taken(3, 16, 300, "b");
    blocks.taken(1, 16, 100, "a");
    blocks.givenBack(2, 16);
    assertThat(blocks.left()).containsExactly(new Taken<>("b", 1, 300));
  }

  @Test
  void what_was_there_before_does_not_count() {
    blocks.givenBack(1, 16);
    assertThat(blocks.left()).isEmpty();
  }

  @Test
  void what_a_coarse_clock_cannot_tell_is_told_in_order() {
    blocks.taken(1, 16, 100, "a");
    blocks.givenBack(1, 16);
    blocks.givenBack(2, 32);
    blocks.taken(2, 32, 100, "b");
    assertThat(blocks.left()).containsExactly(new Taken<>("b", 1, 100));
  }

  @Test
  void one_call_that_is_told_twice_is_one_block() {
    blocks.taken(1, 16, 100, "calloc");
    blocks.taken(2, 16, 100, "malloc");
    assertThat(blocks.left()).containsExactly(new Taken<>("malloc", 1, 100));
    blocks.givenBack(3, 16);
    assertThat(blocks.left()).isEmpty();
  }

  @Test
  void who_took_most_comes_first() {
    blocks.taken(1, 16, 100, "a");
    blocks.taken(2, 32, 350, "b");
    blocks.taken(3, 48, 100, "a");
    blocks.taken(4, 64, 100, "a");
    assertThat(blocks.left()).containsExactly(new Taken<>("b", 1, 350), new Taken<>("a", 3, 300));
  }

  /** A program that gives each block back once or never; its threads are told in any order. */
  @Property
  void just_what_is_never_given_back_is_left(
      @ForAll("programs") List<Call> program, @ForAll Random random) {
    List<Told> told = new ArrayList<>();
    Map<Long, Call> kept = new HashMap<>();
    for (Call call : program) {
      if (call.takes() && kept.putIfAbsent(call.address(), call) == null) {
        told.add(new Told(told.size(), call));
      } else if (!call.takes() && kept.remove(call.address()) != null) {
        told.add(new Told(told.size(), call));
      }
    }
    Collections.shuffle(told, random);
    assertThat(left(told)).isEqualTo(sums(kept.values()));
  }

  /** Calls that were lost or told twice, in any order: no block is made up. */
  @Property
  void what_happened_last_at_an_address_decides(
      @ForAll("programs") List<Call> program, @ForAll Random random) {
    List<Told> told = new ArrayList<>();
    Map<Long, Call> last = new HashMap<>();
    for (Call call : program) {
      told.add(new Told(told.size(), call));
      last.put(call.address(), call);
    }
    Collections.shuffle(told, random);
    assertThat(left(told)).isEqualTo(sums(last.values().stream().filter(Call::takes).toList()));
  }

  private static Map<String, List<Long>> left(List<Told> told) {
    LiveBlocks<String> live = new LiveBlocks<>();
    for (Told one : told) {
      Call call = one.call();
      if (call.takes()) {
        live.taken(one.nanos(), call.address(), call.bytes(), call.taker());
      } else {
        live.givenBack(one.nanos(), call.address());
      }
    }
    assertThat(live.left()).isSortedAccordingTo((a, b) -> Long.compare(b.bytes(), a.bytes()));
    return live.left().stream()
        .collect(Collectors.toMap(Taken::taker, t -> List.of((long) t.blocks(), t.bytes())));
  }

  private static Map<String, List<Long>> sums(Collection<Call> calls) {
    return calls.stream()
        .collect(
            Collectors.groupingBy(
                Call::taker,
                Collectors.teeing(
                    Collectors.counting(), Collectors.summingLong(Call::bytes), List::of)));
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
