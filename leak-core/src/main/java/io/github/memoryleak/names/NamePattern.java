package io.github.memoryleak.names;

/**
 * Names of threads, files and the like without their numbers: {@code pool-3-thread-1} and {@code
 * pool-4-thread-1} are of one kind.
 *
 * <p>What counts, what reads dumps and what notes stacks must cut names alike, or they could not be
 * matched with each other.
 */
public final class NamePattern {
  /** An identity hash has fewer hexadecimal digits once in two thousand times. */
  private static final int LEAST_HASH = 6;

  private static final int LEAST_NUMBERS = 3;
  private static final int LEAST_MIXTURE = 16;

  private NamePattern() {}

  /**
   * {@return the name with each run of digits as {@code %d}, and likewise each word that is made up
   * by a program: a hash in hexadecimal, or a long mixture of letters and numbers}
   *
   * @param name a name
   */
  public static String of(String name) {
    StringBuilder pattern = new StringBuilder(name.length());
    int i = 0;
    while (i < name.length()) {
      int end = Math.max(numberEnd(name, i), isWordStart(name, i) ? madeUpEnd(name, i) : i);
      if (end > i) {
        pattern.append("%d");
        i = end;
      } else {
        pattern.append(name.charAt(i++));
      }
    }
    return pattern.toString();
  }

  private static int numberEnd(String name, int from) {
    int end = from;
    while (end < name.length() && Character.isDigit(name.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isWordStart(String name, int at) {
    return at == 0 || !Character.isLetterOrDigit(name.charAt(at - 1));
  }

  /** The end of the word that begins here when it looks made up, else its beginning. */
  private static int madeUpEnd(String name, int from) {
    int numbers = 0;
    boolean hex = true;
    int end = from;
    for (; end < name.length() && Character.isLetterOrDigit(name.charAt(end)); end++) {
      char c = name.charAt(end);
      boolean begins = end == from || !Character.isDigit(name.charAt(end - 1));
      numbers += Character.isDigit(c) && begins ? 1 : 0;
      hex &= isHex(c);
    }
    boolean hash = hex && numbers > 0 && end - from >= LEAST_HASH;
    boolean mixture = numbers >= LEAST_NUMBERS && end - from >= LEAST_MIXTURE;
    return hash || mixture ? end : from;
  }

  private static boolean isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
}
