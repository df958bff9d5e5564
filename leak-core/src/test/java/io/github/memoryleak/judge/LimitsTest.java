package io.github.memoryleak.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.explain.Explanation;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.FindingBuilder;
import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.finding.Owner;
import io.github.memoryleak.heap.growth.Bound;
import io.github.memoryleak.heap.growth.Bound.Sign;
import io.github.memoryleak.heap.growth.GrownHolder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final String HOLDER = "com.acme.Cache.entries";
  private static final String LIMIT = "com.acme.Cache.maximum";
  private static final Finding.Holding HOLDING =
      new Finding.Holding(HOLDER, List.of(HOLDER, "byte[]"), 2000L, 50L);
  private static final long MILLISECOND = 1_000_000;

  private static final class Recent extends LinkedHashMap<Integer, String> {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Integer, String> eldest) {
      return size() > 3000;
    }
  }

  private static final class Plain extends LinkedHashMap<Integer, String> {
    private static final long serialVersionUID = 1;
  }

  @Test
  void a_cache_below_its_limit_fills() {
    assertThat(filling(new Bound(Sign.CACHE, LIMIT, 5000)))
        .hasValue("com.acme.Cache.maximum is 5000, and 40 are in it");
  }

  @Test
  void a_cache_above_what_is_said_to_be_its_limit_leaks() {
    assertThat(filling(new Bound(Sign.CACHE, LIMIT, 40))).isEmpty();
  }

  @Test
  void a_limit_that_the_heap_does_not_hold_is_none() {
    assertThat(filling(new Bound(Sign.CACHE, LIMIT, 2_000_000))).isEmpty();
  }

  @Test
  void a_map_that_drops_its_eldest_entry_fills() {
    assertThat(filling(new Bound(Sign.ELDEST, Recent.class.getName(), 0)))
        .hasValue(
            Recent.class.getName()
                + " drops its eldest entry by removeEldestEntry, and 40 are in it");
  }

  @Test
  void a_linked_map_that_drops_nothing_leaks() {
    assertThat(filling(new Bound(Sign.ELDEST, Plain.class.getName(), 0))).isEmpty();
    assertThat(filling(new Bound(Sign.ELDEST, "com.acme.NotThere", 0))).isEmpty();
  }

  @Test
  void a_number_is_not_believed_but_tried_where_it_is_reached_in_time() {
    Bound number = new Bound(Sign.NUMBER, LIMIT, 2040);
    assertThat(filling(number)).isEmpty();
    assertThat(trial(number)).hasValue(new Limits.Try(number, 2216));
  }

  /**
   * 20 slots have two objects each, so there is room for 80 objects, one of which comes in a loop.
   */
  @Test
  void slots_are_free_though_there_are_more_objects_than_slots() {
    Bound slots = new Bound(Sign.NUMBER, "length of java.lang.String[][]", 60, 20);
    assertThat(trial(slots)).hasValue(new Limits.Try(slots, 16 + 120));
    assertThat(trial(new Bound(Sign.NUMBER, "length of java.lang.String[][]", 20, 20))).isEmpty();
  }

  @Test
  void a_number_that_is_reached_too_late_is_not_tried() {
    assertThat(trial(new Bound(Sign.NUMBER, LIMIT, 100_000))).isEmpty();
  }

  @Test
  void a_number_that_was_reached_before_is_not_tried() {
    assertThat(trial(new Bound(Sign.NUMBER, LIMIT, 40))).isEmpty();
  }

  @Test
  void a_number_is_not_tried_where_the_heap_would_be_full_before() {
    Bound number = new Bound(Sign.NUMBER, LIMIT, 2040);
    Finding large = finding().toBuilder().perLoop(1, 16 << 10).build();
    assertThat(limits(number).worthTrying(large, MILLISECOND)).isEmpty();
  }

  @Test
  void a_number_is_not_tried_where_buffers_would_take_hundreds_of_megabytes() {
    Bound number = new Bound(Sign.NUMBER, LIMIT, 2040);
    assertThat(limits(number).worthTrying(buffers(100 << 10), MILLISECOND)).isPresent();
    assertThat(limits(number).worthTrying(buffers(200 << 10), MILLISECOND)).isEmpty();
  }

  private static Finding buffers(long bytes) {
    return new FindingBuilder(Kind.DIRECT_BUFFER, "ATest#a", "java.nio.DirectByteBuffer")
        .perLoop(1, bytes)
        .owner(Owner.APPLICATION)
        .fingerprint("f")
        .build()
        .heldBy(HOLDING, "f");
  }

  private static Optional<String> filling(Bound bound) {
    return limits(bound).filling(finding());
  }

  private static Optional<Limits.Try> trial(Bound bound) {
    return limits(bound).worthTrying(finding(), MILLISECOND);
  }

  private static Finding finding() {
    return new FindingBuilder(Kind.HEAP, "ATest#a", "byte[]")
        .perLoop(1, 50)
        .owner(Owner.APPLICATION)
        .fingerprint("f")
        .build()
        .heldBy(HOLDING, "f");
  }

  /** 40 objects of 50 bytes, 20 of which came in 20 loops; a heap of 64 MiB. */
  private static Limits limits(Bound bound) {
    GrownHolder holder =
        new GrownHolder(
            HOLDER,
            List.of(HOLDER, "byte[]"),
            "byte[]",
            List.of(20L),
            1000,
            2000,
            40,
            Map.of("byte[]", 20L),
            List.of(),
            false,
            List.of(bound));
    return new Limits(new Explanation(List.of(holder), List.of(), 20, null), 64L << 20);
  }
}
