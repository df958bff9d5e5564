package io.github.memoryleak.maven.settings;

/**
 * The build cannot go on as it is configured. The message is one or more sentences for the user:
 * what is wrong, where, and what to do.
 */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * An error without a technical cause.
   *
   * @param message sentences for the user
   */
  public UserError(String message) {
    super(message);
  }

  /**
   * An error with a technical cause.
   *
   * @param message sentences for the user
   * @param cause what went wrong below
   */
  public UserError(String message, Throwable cause) {
    super(message, cause);
  }
}
