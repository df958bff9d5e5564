package io.github.memoryleak.maven.settings;

/** What becomes of tests that fail when they run once. */
public enum OnTestFailure {
  /** They fail the build. */
  FAIL,
  /** They are told, and not measured. */
  SKIP,
  /** They are measured all the same: whether they fail is not looked at. */
  CHECK;

  /**
   * {@return the choice of that name}
   *
   * @param text {@code fail}, {@code skip} or {@code check}, in any case
   * @throws UserError when there is no such choice
   */
  public static OnTestFailure parse(String text) {
    for (OnTestFailure choice : values()) {
      if (choice.name().equalsIgnoreCase(text.trim())) {
        return choice;
      }
    }
    throw new UserError("leak.onTestFailure must be fail, skip or check, but is '" + text + "'.");
  }
}
