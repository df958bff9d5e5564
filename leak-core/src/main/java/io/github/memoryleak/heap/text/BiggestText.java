package io.github.memoryleak.heap.text;

import io.github.memoryleak.heap.inspect.BigObject;
import io.github.memoryleak.heap.inspect.BiggestObjects;
import io.github.memoryleak.report.Units;
import java.util.List;

/** The objects that keep most alive, for people. */
public final class BiggestText {
  private BiggestText() {}

  /**
   * {@return the lines}
   *
   * @param biggest the objects
   */
  public static List<String> of(BiggestObjects biggest) {
    Page page = new Page();
    add(page, biggest);
    return page.lines();
  }

  static void add(Page page, BiggestObjects biggest) {
    page.heading(
        "Biggest objects by what they keep alive, of "
            + Names.objects(biggest.liveObjects())
            + " with "
            + Units.bytes(biggest.liveBytes())
            + ":");
    page.table(
        List.of("retained", "%", "object, and what holds it"),
        biggest.objects().stream().map(big -> row(big, biggest.liveBytes())).toList());
  }

  private static List<String> row(BigObject big, long live) {
    return List.of(
        Units.bytes(big.retainedBytes()),
        Names.share(big.retainedBytes(), live),
        big.name().startsWith("class ")
            ? big.name()
            : big.name() + " <- " + Names.holder(big.path()));
  }
}
