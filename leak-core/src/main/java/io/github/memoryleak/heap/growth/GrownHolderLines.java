package io.github.memoryleak.heap.growth;

import java.util.ArrayList;
import java.util.List;

/** Holders as lines of text, for the process that asked for them. */
public final class GrownHolderLines {
  private GrownHolderLines() {}

  /**
   * {@return the lines of one holder}
   *
   * @param holder what grew
   */
  public static List<String> of(GrownHolder holder) {
    List<String> lines = new ArrayList<>();
    lines.add(Blocks.line("holder", holder.holder()));
    holder.path().forEach(step -> lines.add(Blocks.line("path", step)));
    lines.add(Blocks.line("type", holder.type()));
    holder.objectGrowth().forEach(n -> lines.add(Blocks.line("objectGrowth", n)));
    lines.add(Blocks.line("shallowGrowth", holder.shallowGrowth()));
    lines.add(Blocks.line("retained", holder.retained()));
    lines.add(Blocks.line("objects", holder.objects()));
    holder.typeGrowth().forEach((type, n) -> lines.add(Blocks.line("typeGrowth", n + " " + type)));
    holder.alsoHeldBy().forEach(other -> lines.add(Blocks.line("alsoHeldBy", other)));
    lines.add(Blocks.line("soft", holder.soft()));
    holder.bounds().forEach(b -> lines.add(Blocks.line("bound", text(b))));
    lines.add(Blocks.END);
    return lines;
  }

  /**
   * {@return the holders}
   *
   * @param lines as from {@link #of}; others are passed over
   */
  public static List<GrownHolder> parse(List<String> lines) {
    return Blocks.parse("holder", lines).stream()
        .filter(block -> !block.has(GrownPoolLines.THREADS) && !block.has(ClassTotals.GROWTH))
        .map(GrownHolderLines::holder)
        .toList();
  }

  private static GrownHolder holder(Blocks.Block block) {
    return new GrownHolder(
        block.one("holder"),
        block.all("path"),
        block.one("type"),
        block.all("objectGrowth").stream().map(Long::valueOf).toList(),
        block.number("shallowGrowth"),
        block.number("retained"),
        block.number("objects"),
        block.numbers("typeGrowth"),
        block.all("alsoHeldBy"),
        Boolean.parseBoolean(block.one("soft")),
        block.all("bound").stream().map(GrownHolderLines::bound).toList());
  }

  private static String text(Bound bound) {
    return bound.sign() + " " + bound.limit() + " " + bound.used() + " " + bound.place();
  }

  private static Bound bound(String text) {
    String[] parts = text.split(" ", 4);
    return new Bound(
        Bound.Sign.valueOf(parts[0]), parts[3], Long.parseLong(parts[1]), Long.parseLong(parts[2]));
  }
}
