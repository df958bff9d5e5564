package io.github.memoryleak.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reduces a stack to the frames that tell something. */
final class Stacks {

  private static final int MAX_FRAMES = 8;

  /**
   * The class loader, module and version that {@link StackTraceElement#toString()} puts before the
   * class. A hidden class has a slash of its own, before its address.
   */
  private static final Pattern ORIGIN = Pattern.compile("^(?:[^/$(]*/)?[^/$(]*/(?!0x)");

  private static final Pattern PLATFORM = Pattern.compile("(?:java|javax|jdk|sun|com\\.sun)\\..*");

  private Stacks() {}

  /**
   * {@return the innermost frame and the frames outside the JDK, at most eight; the innermost eight
   * when all are the JDK's; each run of frames left out is counted}
   *
   * @param stack frames, innermost first, as {@link StackTraceElement#toString()} prints them
   */
  static List<String> shorten(List<String> stack) {
    List<String> lines = new ArrayList<>();
    boolean all = stack.stream().map(Stacks::plain).allMatch(Stacks::isPlatform);
    int shown = 0;
    int hidden = 0;
    for (int i = 0; i < stack.size(); i++) {
      String frame = plain(stack.get(i));
      if (shown < MAX_FRAMES && (all || i == 0 || !isPlatform(frame))) {
        addHidden(lines, hidden);
        hidden = 0;
        shown++;
        lines.add("at " + frame);
      } else {
        hidden++;
      }
    }
    addHidden(lines, hidden);
    return lines;
  }

  /** The frame without its module: {@code com.acme.Cart.add(Cart.java:12)}. */
  static String plain(String frame) {
    return ORIGIN.matcher(Text.oneLine(frame)).replaceFirst("");
  }

  private static boolean isPlatform(String frame) {
    return PLATFORM.matcher(frame).matches();
  }

  private static void addHidden(List<String> lines, int hidden) {
    if (hidden > 0) {
      lines.add("... " + Units.count(hidden, "frame", "frames"));
    }
  }
}
