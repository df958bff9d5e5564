package io.github.memoryleak.heap.text;

import io.github.memoryleak.heap.analysis.DumpFacts;
import io.github.memoryleak.heap.analysis.JvmFacts;
import io.github.memoryleak.heap.inspect.Amount;
import io.github.memoryleak.heap.inspect.Reachability;
import io.github.memoryleak.report.Units;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A dump at a glance. */
final class FactsText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z", Locale.ROOT)
          .withZone(ZoneId.systemDefault());

  private FactsText() {}

  static void add(Page page, DumpFacts facts) {
    page.heading(facts.file() + ": heap dump of " + TIME.format(facts.taken()));
    page.indented(
        Units.bytes(facts.fileBytes())
            + ", "
            + Names.objects(facts.objects())
            + " with "
            + Units.bytes(facts.bytes()));
    String jvm = jvm(facts.jvm());
    if (!jvm.isEmpty()) {
      page.indented(jvm);
    }
    if (!facts.jvm().flags().isEmpty()) {
      page.indented("flags: " + String.join(" ", facts.jvm().flags()));
    }
    facts
        .missing()
        .ifPresent(
            missing ->
                page.indented(
                    "INCOMPLETE: "
                        + missing
                        + ". What follows is about the part that is there: take the dump again."));
  }

  static String jvm(JvmFacts jvm) {
    String name = jvm.version().isEmpty() ? "" : "Java " + jvm.version();
    name += jvm.name().isEmpty() ? "" : " (" + jvm.name() + ")";
    return jvm.program().isEmpty() ? name.strip() : (name + ", " + jvm.program()).strip();
  }

  static void addReachability(Page page, Reachability reach) {
    page.indented(amount(reach.strong()) + " strongly reachable");
    StringBuilder rest = new StringBuilder();
    append(rest, reach.soft(), "by soft references only");
    append(rest, reach.weak(), "by weak ones");
    append(rest, reach.finalizer(), "waiting for finalization");
    append(rest, reach.phantom(), "by phantom ones");
    append(rest, reach.unreachable(), "not at all");
    if (rest.length() > 0) {
      page.indented(rest.toString());
    }
  }

  private static void append(StringBuilder text, Amount amount, String how) {
    if (amount.objects() > 0) {
      text.append(text.length() > 0 ? ", " : "").append(amount(amount)).append(' ').append(how);
    }
  }

  private static String amount(Amount amount) {
    return Names.objects(amount.objects()) + " (" + Units.bytes(amount.bytes()) + ")";
  }
}
