package io.github.memoryleak.maven.selection;

import java.util.regex.Pattern;
import org.apache.maven.surefire.api.testset.ResolvedTest;
import org.jspecify.annotations.Nullable;

/** Translates the method part of a test pattern into a regular expression. */
final class MethodGlob {
  private static final String REGEX_PREFIX = "%regex[";

  private MethodGlob() {}

  /** {@return the regular expression over the whole method name; {@code .*} for all methods} */
  @SuppressWarnings("deprecation") // the announced new name does not exist yet
  static String regex(ResolvedTest test) {
    String pattern = test.getTestMethodPattern();
    if (pattern == null) {
      return ".*";
    }
    if (test.isRegexTestMethodPattern()) {
      return pattern.substring(REGEX_PREFIX.length(), pattern.length() - 1);
    }
    return regex(pattern);
  }

  private static String regex(@Nullable String glob) {
    StringBuilder regex = new StringBuilder();
    for (char c : (glob == null ? "*" : glob).toCharArray()) {
      switch (c) {
        case '*' -> regex.append(".*");
        case '?' -> regex.append('.');
        default -> regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return regex.toString();
  }
}
