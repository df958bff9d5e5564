package io.github.memoryleak.maven.recording;

import io.github.memoryleak.maven.settings.UserError;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Which samples are looked at, as with pprof's options of the same names.
 *
 * @param focus only samples with a frame or a class in which this is found; {@code null} for all
 * @param ignore no samples with a frame or a class in which this is found; {@code null} for none
 */
public record Focus(@Nullable Pattern focus, @Nullable Pattern ignore) {
  /** All samples. */
  public static final Focus ALL = new Focus(null, null);

  /**
   * {@return the choice}
   *
   * @param focus a regular expression, or {@code null}
   * @param ignore a regular expression, or {@code null}
   * @throws UserError when one of them is none
   */
  public static Focus of(@Nullable String focus, @Nullable String ignore) {
    return new Focus(pattern("leak.focus", focus), pattern("leak.ignore", ignore));
  }

  private static @Nullable Pattern pattern(String parameter, @Nullable String text) {
    try {
      return text == null || text.isBlank() ? null : Pattern.compile(text.trim());
    } catch (PatternSyntaxException e) {
      throw new UserError(
          parameter
              + " must be a regular expression, but '"
              + text
              + "' is none: "
              + e.getDescription()
              + " near index "
              + e.getIndex()
              + ".");
    }
  }

  /**
   * {@return the samples that are looked at}
   *
   * @param samples all samples
   */
  public List<Allocation> of(List<Allocation> samples) {
    return samples.stream().filter(this::isMeant).toList();
  }

  private boolean isMeant(Allocation sample) {
    return (focus == null || isFound(focus, sample))
        && (ignore == null || !isFound(ignore, sample));
  }

  private static boolean isFound(Pattern pattern, Allocation sample) {
    return pattern.matcher(sample.type()).find()
        || sample.stack().stream().anyMatch(frame -> pattern.matcher(frame.method()).find());
  }
}
