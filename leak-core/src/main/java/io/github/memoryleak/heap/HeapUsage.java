package io.github.memoryleak.heap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells how {@link HeapMain} is called. */
final class HeapUsage {
  private HeapUsage() {}

  static List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("Reads heap dumps (.hprof, .hprof.gz).");
    lines.add("");
    lines.add("  java -cp leak-core.jar " + HeapMain.class.getName() + " <command> [options]");
    lines.add("");
    for (HeapCommand command : HeapCommand.values()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %-35s %s",
              command.text() + " " + command.arguments(),
              command.purpose()));
    }
    lines.add("");
    lines.add("  --top <n>                           lines of each table, 20");
    lines.add(
        "  --sample-index <index>              order classes by inuse_space or inuse_objects");
    lines.add(
        "  --type <class>                      one class: com.acme.Session, *.Session*, Session");
    lines.add("  --format <format>                   text or json");
    lines.add(
        "  --heap-growth <fraction>            compare: exit code 1 over this growth, such as 0.2,");
    lines.add("  --heap-growth-bytes <bytes>         and over this one");
    lines.add("");
    lines.add(
        "Large dumps need memory: give the java command -Xmx of one and a half times the dump.");
    lines.add("Exit codes: 0 done, 1 grew over the limits, 2 wrong call, 3 out of memory,");
    lines.add("4 a file cannot be read or written, 5 internal fault.");
    return lines;
  }
}
