package io.github.memoryleak.report;

import java.util.Locale;

/**
 * Numbers as people read them: sizes in B, KB, MB and GB (powers of 1024), the same in every
 * locale. Rounding never turns something into nothing: what is not zero does not print as zero.
 */
public final class Units {

  private static final long KB = 1024;
  private static final long MB = KB * KB;
  private static final long GB = KB * MB;

  private Units() {}

  /**
   * {@return a size with the unit that suits it: {@code 16 B}, {@code 4.20 KB}, {@code 12.31 MB}}
   *
   * @param bytes the size in bytes; may be negative
   */
  public static String bytes(double bytes) {
    double size = Math.abs(bytes);
    if (size < KB) {
      return decimal(bytes) + " B";
    }
    if (size < MB - KB / 200.0) {
      return format("%.2f KB", bytes / KB);
    }
    return size < GB - MB / 200.0 ? megabytes(bytes) : format("%.2f GB", bytes / GB);
  }

  /**
   * {@return a size with its sign: {@code +16 B}, {@code -4.20 KB}}
   *
   * @param bytes the size in bytes
   */
  public static String signedBytes(double bytes) {
    return (bytes < 0 ? "" : "+") + bytes(bytes);
  }

  /**
   * {@return a number with its sign, as {@link #decimal} prints it: {@code +1}, {@code +0.25}}
   *
   * @param number the number
   */
  public static String signed(double number) {
    return (number < 0 ? "" : "+") + decimal(number);
  }

  /**
   * {@return a size in MB whatever it is, for columns that are compared: {@code 0.23 MB}}
   *
   * @param bytes the size in bytes
   */
  public static String megabytes(double bytes) {
    return unsigned(format("%.2f", bytes / MB)) + " MB";
  }

  /**
   * {@return a percentage with one decimal: {@code 6.1%}}
   *
   * @param percent the value in percent
   */
  public static String percent(double percent) {
    return unsigned(format("%.1f", percent)) + "%";
  }

  /**
   * {@return a number without needless decimals: {@code 1}, {@code 1,000}, {@code 0.25}; small
   * numbers keep one digit that is not zero: {@code 0.003}}
   *
   * @param number the number
   */
  public static String decimal(double number) {
    double size = Math.abs(number);
    if (number == Math.rint(number) || size >= 100) {
      return format("%,d", Math.round(number));
    }
    int decimals = size >= 0.01 ? 2 : (int) Math.ceil(-Math.log10(size));
    return withoutTrailingZeros(format("%." + Math.min(decimals, 12) + "f", number));
  }

  /**
   * {@return a number and its noun: {@code 1 thread}, {@code 0.5 threads}, {@code 3 threads}}
   *
   * @param number how many
   * @param one the noun for exactly one
   * @param many the noun otherwise
   */
  public static String count(double number, String one, String many) {
    String text = decimal(number);
    return text + " " + (text.equals("1") ? one : many);
  }

  /**
   * {@return a span of time: {@code 0.8 s}, {@code 42 s}, {@code 3 min 05 s}, {@code 1 h 02 min}}
   *
   * @param millis the time in milliseconds
   */
  public static String duration(long millis) {
    return millis < 9_950 ? format("%.1f s", millis / 1000.0) : seconds(millis + 500);
  }

  /**
   * {@return a span of time without fractions of a second, rounded down: {@code 0 s}, {@code 3 min
   * 05 s}}
   *
   * @param millis the time in milliseconds
   */
  public static String seconds(long millis) {
    long seconds = millis / 1000;
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return format("%d min %02d s", seconds / 60, seconds % 60);
    }
    return format("%d h %02d min", seconds / 3600, seconds % 3600 / 60);
  }

  private static String withoutTrailingZeros(String text) {
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }

  /** A negative number that rounds to zero prints without its sign. */
  private static String unsigned(String text) {
    return text.matches("-0\\.0+") ? text.substring(1) : text;
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
