package io.github.memoryleak.maven.report;

import io.github.memoryleak.finding.Kind;
import java.util.Locale;
import java.util.Map;

/** The kinds of leaks as rules of SARIF. */
final class SarifRules {
  private SarifRules() {}

  /** {@return the rule's identifier, for instance {@code memory-leak/class-loader}} */
  static String id(Kind kind) {
    return "memory-leak/" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Map<String, Object> of(Kind kind) {
    Map<String, Object> rule = Fields.of("id", id(kind));
    rule.put("shortDescription", text(what(kind) + " leak"));
    rule.put("fullDescription", text(what(kind) + " leak: " + grows(kind) + " with each run."));
    rule.put("help", text(remedy(kind)));
    rule.put("defaultConfiguration", Fields.of("level", "error"));
    return rule;
  }

  private static Map<String, Object> text(String text) {
    return Fields.of("text", text);
  }

  private static String what(Kind kind) {
    return switch (kind) {
      case HEAP -> "Objects";
      case THREAD -> "Threads";
      case CLASS_LOADER -> "Class loaders";
      case METASPACE -> "Classes";
      case DIRECT_BUFFER -> "Direct or mapped buffers";
      case FILE_DESCRIPTOR -> "Files or sockets";
      case NATIVE -> "Native memory";
    };
  }

  private static String grows(Kind kind) {
    return kind == Kind.NATIVE ? "it grows" : "more of them stay";
  }

  private static String remedy(Kind kind) {
    return switch (kind) {
      case HEAP -> "Remove from the holder what is no longer needed, or give it a bound.";
      case THREAD -> "Shut the pool down, or end the thread, where it was started.";
      case CLASS_LOADER -> "Close the loader, and take out what refers to its classes.";
      case METASPACE -> "Make the class once and keep it, in place of one for each call.";
      case DIRECT_BUFFER -> "Use the buffer again, or let go of it.";
      case FILE_DESCRIPTOR -> "Close it, best by try-with-resources.";
      case NATIVE -> "Call end() or close() on what has allocated it.";
    };
  }
}
