package io.github.memoryleak.maven;

import io.github.memoryleak.finding.Kind;
import io.github.memoryleak.maven.settings.UserError;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A rule that accepts leaks: the element {@code <suppression>}. In the patterns a {@code *} stands
 * for any characters; at least one of them is needed, and reason and owner always.
 *
 * <pre>{@code
 * <suppression>
 *   <kind>HEAP</kind>
 *   <type>com.acme.Session</type>
 *   <holder>static com.acme.Sessions.*</holder>
 *   <subject>com.acme.CheckoutTest#*</subject>
 *   <reason>SHOP-12: sessions are kept until the redesign</reason>
 *   <owner>jane</owner>
 *   <until>2027-01-31</until>
 * </suppression>
 * }</pre>
 */
public class Suppression {
  /** What leaks: {@code HEAP}, {@code THREAD} and so on. */
  private @Nullable String kind;

  /** A pattern over the type that the report names. */
  private @Nullable String type;

  /** A pattern over what it is held by. */
  private @Nullable String holder;

  /** A pattern over the test that shows it. */
  private @Nullable String subject;

  /** Why it is accepted. */
  private String reason = "";

  /** Who answers for that. */
  private String owner = "";

  /** The last day on which it is accepted. */
  private @Nullable String until;

  /** For Maven. */
  public Suppression() {}

  /**
   * {@return the rule}
   *
   * @param number which of the elements it is, from 1, for the error
   * @throws UserError when it is none; the message names the element
   */
  io.github.memoryleak.finding.Suppression toRule(int number) {
    String element = "<suppressions><suppression>[" + number + "]";
    try {
      return new io.github.memoryleak.finding.Suppression(
          kind == null ? null : kind(element, kind),
          type,
          holder,
          subject,
          reason,
          owner,
          until == null ? null : date(element, until));
    } catch (IllegalArgumentException e) {
      throw new UserError(element + " " + e.getMessage() + ".", e);
    }
  }

  private static Kind kind(String element, String text) {
    String name = text.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(Kind.values())
        .filter(k -> k.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    element
                        + "<kind> must be one of "
                        + Arrays.toString(Kind.values())
                        + ", but is '"
                        + text
                        + "'."));
  }

  private static LocalDate date(String element, String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw new UserError(
          element + "<until> must be a date such as 2027-01-31, but is '" + text + "'.", e);
    }
  }
}
