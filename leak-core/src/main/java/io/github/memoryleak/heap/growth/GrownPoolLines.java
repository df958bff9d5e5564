package io.github.memoryleak.heap.growth;

import java.util.ArrayList;
import java.util.List;

/** Pools of threads as lines of text, for the process that asked for them. */
public final class GrownPoolLines {
  static final String THREADS = "threads";

  private GrownPoolLines() {}

  /**
   * {@return the lines of one sort of pool}
   *
   * @param pool what grew
   */
  public static List<String> of(GrownPool pool) {
    List<String> lines = new ArrayList<>();
    lines.add(Blocks.line(THREADS, pool.threads()));
    lines.add(Blocks.line("holder", pool.holder()));
    pool.path().forEach(step -> lines.add(Blocks.line("path", step)));
    lines.add(Blocks.line("type", pool.type()));
    lines.add(Blocks.line("growth", pool.growth()));
    lines.add(Blocks.END);
    return lines;
  }

  /**
   * {@return the pools}
   *
   * @param lines as from {@link #of}; others are passed over
   */
  public static List<GrownPool> parse(List<String> lines) {
    return Blocks.parse("pool", lines).stream()
        .filter(block -> block.has(THREADS))
        .map(
            block ->
                new GrownPool(
                    block.one(THREADS),
                    block.one("holder"),
                    block.all("path"),
                    block.one("type"),
                    block.number("growth")))
        .toList();
  }
}
