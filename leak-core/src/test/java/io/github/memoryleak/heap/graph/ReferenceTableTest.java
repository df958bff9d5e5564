package io.github.memoryleak.heap.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReferenceTableTest {
  private static final int CLASSES = 10_000;
  private static final int OBJECTS = 1 << 16;
  private static final int SPREAD = 1 << 22;

  /** What was put in: a length, -1 for no array, and targets. */
  private record Entry(int length, List<Integer> targets) {}

  @Property(tries = 20)
  void what_was_packed_in_parts_comes_out_in_order(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = OBJECTS) int cut) {
    List<Entry> entries = entries(new Random(seed));
    ReferenceTable table = packed(entries, cut);
    long at = table.find(0);
    for (int object = 0; object < OBJECTS; object++) {
      at = table.settled(at);
      assertThat(table.find(object)).isEqualTo(at);
      assertThat(table.arrayLength(at)).isEqualTo(entries.get(object).length());
      assertThat(targets(table, object)).isEqualTo(entries.get(object).targets());
      at = table.after(at);
    }
    assertThat(table.references())
        .isEqualTo(entries.stream().mapToLong(e -> e.targets().size()).sum());
  }

  @Test
  void more_than_a_position_can_say_is_refused() {
    assertThatThrownBy(() -> ReferenceTable.check(1L << 32))
        .isInstanceOf(HeapTooLargeException.class)
        .hasMessage("the heap has too many references: they need more than 4 GiB of memory");
  }

  /** Near and far ones, classes of small and of large numbers, and now and then a large array. */
  private static List<Entry> entries(Random random) {
    List<Entry> entries = new ArrayList<>();
    for (int object = 0; object < OBJECTS; object++) {
      boolean isArray = random.nextInt(3) == 0;
      int count =
          object == 0 ? 0 : random.nextInt(2000) == 0 ? random.nextInt(20_000) : random.nextInt(12);
      List<Integer> targets = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        targets.add(target(random, object));
      }
      entries.add(new Entry(isArray ? count + random.nextInt(100) : -1, targets));
    }
    return entries;
  }

  private static int target(Random random, int object) {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(CLASSES);
      case 1 -> CLASSES + random.nextInt(SPREAD);
      case 2 -> Integer.MAX_VALUE - 16 - random.nextInt(CLASSES);
      default -> Math.max(CLASSES, object + random.nextInt(33) - 16);
    };
  }

  private static ReferenceTable packed(List<Entry> entries, int cut) {
    int[] starts = ReferenceTable.starts(OBJECTS);
    ReferenceTable.Builder builder = new ReferenceTable.Builder(starts);
    builder.add(writer(starts, entries, 0, cut), 0, cut);
    builder.add(writer(starts, entries, cut, OBJECTS), cut, OBJECTS);
    return builder.build();
  }

  private static ReferenceWriter writer(int[] starts, List<Entry> entries, int from, int to) {
    ReferenceWriter writer = new ReferenceWriter(starts, CLASSES, true);
    for (int object = from; object < to; object++) {
      Entry entry = entries.get(object);
      if (entry.length() < 0) {
        writer.object(object, entry.targets().size());
      } else {
        writer.array(object, entry.length(), entry.targets().size());
      }
      entry.targets().forEach(target -> writer.add(target, (byte) labelOf(target)));
      writer.end();
    }
    return writer;
  }

  private static List<Integer> targets(ReferenceTable table, int object) {
    References references = new References(table, true, (array, target) -> labelOf(target));
    int[] place = new int[References.PLACE];
    List<Integer> targets = new ArrayList<>();
    references.of(object);
    while (!references.isDone()) {
      assertThat(references.next()).isTrue();
      targets.add(references.target());
      assertThat(references.label()).isEqualTo(labelOf(references.target()));
      references.save(place, 0);
      assertThat(references.of(0).count()).isZero();
      references.of(object).restore(place, 0);
    }
    assertThat(references.next()).isFalse();
    return targets;
  }

  private static int labelOf(int target) {
    return target & 0xff;
  }
}
