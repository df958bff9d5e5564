package io.github.memoryleak.maven.settings;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of the configuration that carry a unit. Every error names the parameter. */
public final class Quantities {
  private static final Pattern QUANTITY =
      Pattern.compile("\\s*([0-9]+(?:\\.[0-9]+)?)\\s*(%|[A-Za-z]*)\\s*");
  private static final Map<String, Long> MILLIS =
      Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "min", 60_000L, "h", 3_600_000L);
  private static final Map<String, Long> BYTES =
      Map.ofEntries(
          Map.entry("", 1L),
          Map.entry("b", 1L),
          Map.entry("k", 1L << 10),
          Map.entry("kb", 1L << 10),
          Map.entry("kib", 1L << 10),
          Map.entry("m", 1L << 20),
          Map.entry("mb", 1L << 20),
          Map.entry("mib", 1L << 20),
          Map.entry("g", 1L << 30),
          Map.entry("gb", 1L << 30),
          Map.entry("gib", 1L << 30));
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Quantities() {}

  /**
   * {@return a span of time}
   *
   * @param parameter the parameter's name, for the error
   * @param text for instance {@code 500ms}, {@code 5s}, {@code 2m} or {@code 1h}
   * @throws UserError when the text is not a span of time
   */
  public static Duration duration(String parameter, String text) {
    return Duration.ofMillis(
        scaled(parameter, text, MILLIS, "a span of time such as 500ms, 5s, 2m or 1h"));
  }

  /**
   * {@return a size in bytes; KB, MB and GB mean the same as KiB, MiB and GiB}
   *
   * @param parameter the parameter's name, for the error
   * @param text for instance {@code 1 MiB}, {@code 512k} or {@code 4096}
   * @throws UserError when the text is not a size
   */
  public static long bytes(String parameter, String text) {
    return scaled(parameter, text, BYTES, "a size such as 1 MiB, 512 KiB or 4096");
  }

  /**
   * {@return a fraction, {@code 0.2} for {@code 20%}}
   *
   * @param parameter the parameter's name, for the error
   * @param text for instance {@code 20%} or {@code 0.2}
   * @throws UserError when the text is not a fraction
   */
  public static double fraction(String parameter, String text) {
    Matcher m = QUANTITY.matcher(text);
    if (m.matches() && "%".equals(m.group(2))) {
      return new BigDecimal(m.group(1)).divide(HUNDRED).doubleValue();
    }
    if (m.matches() && m.group(2).isEmpty()) {
      return Double.parseDouble(m.group(1));
    }
    throw wrong(parameter, text, "a percentage such as 20% or a fraction such as 0.2");
  }

  /**
   * {@return a number that is not negative}
   *
   * @param parameter the parameter's name, for the error
   * @param text for instance {@code 2} or {@code 0.5}
   * @throws UserError when the text is no such number
   */
  public static double number(String parameter, String text) {
    Matcher m = QUANTITY.matcher(text);
    if (m.matches() && m.group(2).isEmpty()) {
      return Double.parseDouble(m.group(1));
    }
    throw wrong(parameter, text, "a number such as 2 or 0.5");
  }

  /**
   * {@return a whole number that is not negative}
   *
   * @param parameter the parameter's name, for the error
   * @param text for instance {@code 2}
   * @throws UserError when the text is no such number
   */
  public static int count(String parameter, String text) {
    try {
      int count = Integer.parseInt(text.trim());
      if (count >= 0) {
        return count;
      }
    } catch (NumberFormatException e) {
      // told below, in one sentence for both
    }
    throw wrong(parameter, text, "a whole number such as 2");
  }

  private static long scaled(
      String parameter, String text, Map<String, Long> units, String expected) {
    Matcher m = QUANTITY.matcher(text);
    Long unit = m.matches() ? units.get(m.group(2).toLowerCase(Locale.ROOT)) : null;
    if (unit == null) {
      throw wrong(parameter, text, expected);
    }
    BigDecimal value = new BigDecimal(m.group(1)).multiply(BigDecimal.valueOf(unit));
    if (value.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw wrong(parameter, text, expected);
    }
    return value.longValue();
  }

  private static UserError wrong(String parameter, String text, String expected) {
    return new UserError(parameter + " must be " + expected + ", but is '" + text + "'.");
  }
}
