package io.github.memoryleak.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A rule by which people accept leaks. In the patterns a {@code *} stands for any characters; what
 * is {@code null} fits everything.
 *
 * @param kind what leaks
 * @param type pattern over the finding's type
 * @param holder pattern over its holder
 * @param subject pattern over its subject
 * @param reason why it is accepted
 * @param owner who answers for that
 * @param until the last day on which it holds; {@code null} for ever
 */
public record Suppression(
    @Nullable Kind kind,
    @Nullable String type,
    @Nullable String holder,
    @Nullable String subject,
    String reason,
    String owner,
    @Nullable LocalDate until) {

  /**
   * Checks that it is a rule.
   *
   * @throws IllegalArgumentException when it has no pattern, no reason or no owner; the message is
   *     the rest of a sentence: {@code has no <reason>}
   */
  public Suppression {
    if (kind == null && type == null && holder == null && subject == null) {
      throw new IllegalArgumentException(
          "accepts everything: give it a <kind>, a <type>, a <holder> or a <subject>");
    }
    if (reason.isBlank()) {
      throw new IllegalArgumentException("has no <reason>: say why the leak is accepted");
    }
    if (owner.isBlank()) {
      throw new IllegalArgumentException("has no <owner>: say who answers for it");
    }
  }

  /**
   * {@return whether it is about this leak}
   *
   * @param finding the leak
   */
  public boolean covers(Finding finding) {
    return (kind == null || kind == finding.kind())
        && fits(type, finding.type())
        && fits(holder, finding.holder())
        && fits(subject, finding.subject());
  }

  private static boolean fits(@Nullable String pattern, @Nullable String text) {
    return pattern == null || (text != null && new Glob(pattern).fits(text));
  }

  /**
   * {@return whether it holds no more}
   *
   * @param today the day of the build
   */
  public boolean isExpired(LocalDate today) {
    return until != null && today.isAfter(until);
  }

  /** {@return the patterns, and who accepted it: {@code type com.acme.* (jane: issue 12)}} */
  @Override
  public String toString() {
    List<String> patterns = new ArrayList<>();
    add(patterns, "kind", kind == null ? null : kind.name());
    add(patterns, "type", type);
    add(patterns, "holder", holder);
    add(patterns, "subject", subject);
    String end = until == null ? "" : String.format(Locale.ROOT, ", until %s", until);
    return "%s (%s: %s%s)"
        .formatted(String.join(", ", patterns), owner.strip(), reason.strip(), end);
  }

  private static void add(List<String> patterns, String name, @Nullable String pattern) {
    if (pattern != null) {
      patterns.add(name + " " + pattern.strip());
    }
  }
}
