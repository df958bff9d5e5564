package io.github.memoryleak.heap.text;

import io.github.memoryleak.heap.inspect.Accumulation;
import io.github.memoryleak.heap.inspect.ClassTotal;
import io.github.memoryleak.heap.inspect.LeakSuspect;
import io.github.memoryleak.heap.inspect.LeakSuspects;
import io.github.memoryleak.report.Units;
import java.util.List;

/** What dominates the heap, with the path to where it piles up. */
final class SuspectText {
  private SuspectText() {}

  static void add(Page page, LeakSuspects suspects) {
    if (suspects.suspects().isEmpty()) {
      page.heading("No suspect: nothing keeps a tenth of the live bytes alive.");
      return;
    }
    int number = 0;
    for (LeakSuspect suspect : suspects.suspects()) {
      add(page, ++number, suspect);
    }
  }

  private static void add(Page page, int number, LeakSuspect suspect) {
    Accumulation piled = suspect.accumulation();
    page.heading(
        "Suspect "
            + number
            + ": "
            + Units.bytes(suspect.retainedBytes())
            + " ("
            + Units.percent(100 * suspect.share())
            + " of what is alive) kept by "
            + who(suspect));
    page.indented("holder:   " + Names.field(piled.holder()));
    page.indented("piled up: " + piledUp(piled));
    contents(page, piled.contents());
    page.indented("path:");
    Names.steps(piled.path()).forEach(step -> page.indented("  " + step));
  }

  private static String who(LeakSuspect suspect) {
    return suspect.objects() == 1
        ? suspect.name()
        : Units.decimal(suspect.objects()) + " objects of " + suspect.name();
  }

  private static String piledUp(Accumulation piled) {
    String elements =
        piled.elements() < 0 ? "" : " with " + Units.count(piled.elements(), "element", "elements");
    return Units.bytes(piled.retainedBytes()) + " in " + piled.name() + elements;
  }

  private static void contents(Page page, List<ClassTotal> contents) {
    String label = "contents: ";
    for (ClassTotal total : contents) {
      page.indented(
          label
              + Units.decimal(total.objects())
              + " x "
              + total.className()
              + " ("
              + Units.bytes(total.retainedBytes())
              + ")");
      label = "          ";
    }
  }
}
