package io.github.memoryleak.heap.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class GrownHolderLinesTest {
  @Property(tries = 200)
  void what_is_written_is_read(
      @ForAll List<String> texts, @ForAll List<Long> numbers, @ForAll boolean soft) {
    String some = String.join("|", texts);
    Map<String, Long> types = new LinkedHashMap<>();
    texts.forEach(t -> types.put(t, (long) t.length()));
    List<Bound> bounds = new ArrayList<>();
    for (Bound.Sign sign : Bound.Sign.values()) {
      bounds.add(new Bound(sign, some, 5, 2 - sign.ordinal()));
    }
    GrownHolder holder =
        new GrownHolder(some, texts, some, numbers, 1, -2, 3, types, texts, soft, bounds);
    List<String> lines = new ArrayList<>(GrownHolderLines.of(holder));
    lines.addAll(GrownHolderLines.of(holder));
    assertThat(GrownHolderLines.parse(lines)).containsExactly(holder, holder);
    assertThat(lines).noneMatch(l -> l.contains("\n") || l.contains("\r"));
  }

  @Test
  void other_lines_are_passed_over() {
    assertThat(GrownHolderLines.parse(List.of("Warning: a JVM says something", ""))).isEmpty();
  }

  @Test
  void a_holder_that_lacks_something_is_told() {
    assertThatThrownBy(() -> GrownHolderLines.parse(List.of("holder\ta", "end")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a holder without 'type'");
  }
}
