package io.github.memoryleak.census;

/**
 * Reads the text of a class histogram, as HotSpot's {@code GC.class_histogram} prints it: two lines
 * of heading, a line a class ({@code number: instances bytes name [(module)]}), a line with the
 * totals. Makes no objects.
 */
final class HistogramParser {
  private char[] name = new char[256];

  /** Receives what is read. */
  interface Sink {
    /**
     * A class.
     *
     * @param name holds the normalised class name from index 0
     * @param length the length of the name
     * @param instances live instances
     * @param bytes their shallow size
     */
    void type(char[] name, int length, long instances, long bytes);
  }

  /**
   * Reads a histogram.
   *
   * @param text the histogram
   * @param sink receives each class; several times the same name where loaders or generated classes
   *     share one
   * @return the number of classes
   */
  int parse(String text, Sink sink) {
    int types = 0;
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      if (end < 0) {
        end = text.length();
      }
      if (line(text, at, end, sink)) {
        types++;
      }
      at = end + 1;
    }
    return types;
  }

  private boolean line(String text, int from, int end, Sink sink) {
    int rank = skipBlanks(text, from, end);
    int colon = skipDigits(text, rank, end);
    if (colon == rank || colon >= end || text.charAt(colon) != ':') {
      return false;
    }
    int count = skipBlanks(text, colon + 1, end);
    int countEnd = skipDigits(text, count, end);
    int size = skipBlanks(text, countEnd, end);
    int sizeEnd = skipDigits(text, size, end);
    int start = skipBlanks(text, sizeEnd, end);
    if (countEnd == count || sizeEnd == size || start >= end) {
      throw new IllegalStateException(
          "The JVM printed a class histogram with an unknown line: " + text.substring(from, end));
    }
    int length = copyName(text, start, end);
    sink.type(
        name,
        TypeNames.normalisedLength(name, length),
        number(text, count, countEnd),
        number(text, size, sizeEnd));
    return true;
  }

  /**
   * The name ends before a blank and the module in parentheses; a generated class may have blanks
   * in its name.
   */
  private int copyName(String text, int start, int end) {
    int stop = end;
    if (text.charAt(end - 1) == ')') {
      int module = text.lastIndexOf(" (", end);
      stop = module > start ? module : end;
    }
    int length = stop - start;
    if (length > name.length) {
      name = new char[2 * length];
    }
    text.getChars(start, stop, name, 0);
    return length;
  }

  private static int skipBlanks(String text, int at, int end) {
    int i = at;
    while (i < end && text.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  private static int skipDigits(String text, int at, int end) {
    int i = at;
    while (i < end && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i;
  }

  private static long number(String text, int from, int end) {
    long value = 0;
    for (int i = from; i < end; i++) {
      value = 10 * value + (text.charAt(i) - '0');
    }
    return value;
  }
}
