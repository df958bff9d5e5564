package io.github.memoryleak.maven.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What decides about colours. The first rule that has something to say wins: {@code style.color},
 * {@code NO_COLOR}, batch mode, a log file, the terminal.
 *
 * @param styleColor Maven's user property {@code style.color}: {@code always}, {@code never} or
 *     {@code auto}; {@code null} when it is not set
 * @param noColor the environment variable {@code NO_COLOR}, {@code null} when it is not set; an
 *     empty value counts as not set
 * @param interactive whether Maven runs in interactive mode, that is, without {@code --batch-mode}
 * @param logFile whether the build's log goes to a file ({@code --log-file})
 * @param terminal whether standard output is a terminal
 */
public record ColourRules(
    @Nullable String styleColor,
    @Nullable String noColor,
    boolean interactive,
    boolean logFile,
    boolean terminal) {

  /** {@return the palette that these rules lead to} */
  public Palette palette() {
    return wantsColours() ? Palette.COLOURED : Palette.PLAIN;
  }

  private boolean wantsColours() {
    String wish = styleColor == null ? "" : styleColor.trim().toLowerCase(Locale.ROOT);
    if (wish.equals("always")) {
      return true;
    }
    boolean isRefused = wish.equals("never") || (noColor != null && !noColor.isEmpty());
    return !isRefused && interactive && !logFile && terminal;
  }
}
