package io.github.memoryleak.heap.text;

import io.github.memoryleak.heap.inspect.Holder;
import io.github.memoryleak.heap.inspect.PathStep;
import io.github.memoryleak.heap.inspect.StrongPath;
import io.github.memoryleak.report.Units;
import java.util.ArrayList;
import java.util.List;

/** What fields, paths and amounts are called. */
final class Names {
  private static final String SLOT = "[]";

  private Names() {}

  /** The field that holds the object at the end of a path, or the root when no field does. */
  static String holder(StrongPath path) {
    Holder holder = path.holder();
    return holder.field().isEmpty() ? root(path) : field(holder);
  }

  static String field(Holder holder) {
    if (holder.field().isEmpty()) {
      return holder.className() + " (a GC root)";
    }
    return (holder.isStatic() ? "static " : "") + member(holder.className(), holder.field());
  }

  /** Why the first object of a path is alive. */
  static String root(StrongPath path) {
    String thread = path.thread();
    String label = path.root().label();
    if (thread == null) {
      return label;
    }
    return path.root().name().equals("THREAD")
        ? "thread \"" + thread + "\""
        : label + " of thread \"" + thread + "\"";
  }

  /** A line for each step. */
  static List<String> steps(StrongPath path) {
    List<String> lines = new ArrayList<>();
    if (!path.steps().isEmpty() && !path.steps().get(0).isStatic()) {
      lines.add(root(path));
    }
    path.steps().forEach(step -> lines.add(step(step)));
    return lines;
  }

  private static String step(PathStep step) {
    String name =
        step.field().isEmpty() ? step.className() : member(step.className(), step.field());
    return (step.isStatic() ? "static " : "")
        + name
        + (step.times() > 1 ? " (" + Units.decimal(step.times()) + " times)" : "");
  }

  /**
   * {@code com.acme.Session.cart}; an element of an array is {@code com.acme.Session[] element}.
   */
  static String member(String className, String field) {
    return field.equals(SLOT) ? className + " element" : className + "." + field;
  }

  static String share(long part, long whole) {
    return whole == 0 ? "" : Units.percent(100.0 * part / whole);
  }

  static String objects(long count) {
    return Units.count(count, "object", "objects");
  }

  /** Texts of a dump may hold anything: line ends would break tables, escapes the terminal. */
  static String printable(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(isPrintable(c) ? c : ' '));
    return out.toString();
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
