package io.github.memoryleak;

import static io.github.memoryleak.OperationCounter.MAX_PACKED_BYTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.OperationCounter.Totals;
import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class OperationCounterTest {
  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

  @Test
  void nothing_counted_is_zero() {
    assertThat(new OperationCounter().totals()).isEqualTo(new Totals(0, 0));
  }

  @Test
  void operations_of_no_bytes_count() {
    OperationCounter counter = new OperationCounter();
    counter.add(0);
    counter.add(0);
    assertThat(counter.totals()).isEqualTo(new Totals(2, 0));
  }

  @Test
  void more_operations_than_a_word_holds_are_exact() {
    OperationCounter counter = new OperationCounter();
    for (int i = 0; i < 3_000_000; i++) {
      counter.add(7);
    }
    assertThat(counter.totals()).isEqualTo(new Totals(3_000_000, 21_000_000));
  }

  @Test
  void totals_stop_at_the_largest_number() {
    OperationCounter counter = new OperationCounter();
    counter.add(Long.MAX_VALUE);
    counter.add(Long.MAX_VALUE);
    counter.add(1);
    assertThat(counter.totals()).isEqualTo(new Totals(3, Long.MAX_VALUE));
  }

  @Property
  void totals_are_those_of_plain_arithmetic(@ForAll("sizes") List<Long> sizes) {
    OperationCounter counter = new OperationCounter();
    sizes.forEach(counter::add);
    BigInteger sum =
        sizes.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    assertThat(counter.totals()).isEqualTo(new Totals(sizes.size(), sum.min(MAX).longValueExact()));
  }

  @Provide
  Arbitrary<List<Long>> sizes() {
    return Arbitraries.oneOf(
            Arbitraries.longs().between(0, Long.MAX_VALUE),
            Arbitraries.longs().between(0, 4096),
            Arbitraries.of(MAX_PACKED_BYTES - 1, MAX_PACKED_BYTES, MAX_PACKED_BYTES + 1))
        .list()
        .ofMaxSize(60);
  }

  @Test
  void totals_of_many_threads_are_exact() {
    OperationCounter counter = new OperationCounter();
    AtomicLong next = new AtomicLong();
    ConcurrentRun.of(
        16,
        () -> {
          long bytes = 1L << next.getAndIncrement();
          for (int i = 0; i < 200_000; i++) {
            counter.add(bytes);
          }
        });
    assertThat(counter.totals()).isEqualTo(new Totals(3_200_000, 200_000L * 0xFFFF));
  }

  @Test
  void totals_of_threads_that_overflow_words_all_the_time_are_exact() {
    OperationCounter counter = new OperationCounter();
    long bytes = 1L << 41;
    ConcurrentRun.of(
        8,
        () -> {
          for (int i = 0; i < 20_000; i++) {
            counter.add(bytes);
          }
        });
    assertThat(counter.totals()).isEqualTo(new Totals(160_000, 160_000 * bytes));
  }

  @Test
  void a_reader_never_sees_an_operation_without_its_bytes_and_never_less_than_before() {
    OperationCounter counter = new OperationCounter();
    long bytes = 1L << 38;
    AtomicBoolean done = new AtomicBoolean();
    Runnable writer =
        () -> {
          for (int i = 0; i < 200_000; i++) {
            counter.add(bytes);
          }
          done.set(true);
        };
    Runnable reader =
        () -> {
          long before = 0;
          while (!done.get()) {
            Totals totals = counter.totals();
            assertThat(totals.bytes()).isEqualTo(totals.operations() * bytes);
            assertThat(totals.operations()).isGreaterThanOrEqualTo(before);
            before = totals.operations();
          }
        };
    ConcurrentRun.of(List.of(writer, reader));
    assertThat(counter.totals()).isEqualTo(new Totals(200_000, 200_000 * bytes));
  }
}
