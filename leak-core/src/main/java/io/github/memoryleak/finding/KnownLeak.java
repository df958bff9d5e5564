package io.github.memoryleak.finding;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A leak whose cause is known.
 *
 * @param patterns by {@code kind}, {@code type}, {@code holder}, {@code path}, {@code site} or
 *     {@code stack} a pattern, in which {@code *} stands for anything
 * @param advice what is known of it
 */
record KnownLeak(Map<String, Glob> patterns, Advice advice) {
  /** The names of the patterns. */
  static final Set<String> PATTERNS = Set.of("kind", "type", "holder", "path", "site", "stack");

  private static final String STATIC = "static ";

  KnownLeak {
    patterns = Map.copyOf(patterns);
  }

  /** {@return whether the finding fits all patterns; a field may be static, whatever they say} */
  boolean fits(Finding finding) {
    return patterns.entrySet().stream()
        .allMatch(p -> texts(p.getKey(), finding).anyMatch(text -> fits(p.getValue(), text)));
  }

  private static boolean fits(Glob pattern, String text) {
    return pattern.fits(text)
        || (text.startsWith(STATIC) && pattern.fits(text.substring(STATIC.length())));
  }

  private static Stream<String> texts(String name, Finding f) {
    Stream<String> holder = Stream.ofNullable(f.holder());
    return switch (name) {
      case "kind" -> Stream.of(f.kind().name());
      case "type" -> Stream.of(f.type());
      case "holder" -> holder;
      case "path" -> Stream.of(holder, f.path().stream()).flatMap(s -> s);
      case "site" -> f.site().stream();
      case "stack" -> f.threads().stream().flatMap(thread -> thread.stack().stream());
      default -> throw new IllegalArgumentException(List.of(name) + " is no pattern");
    };
  }
}
