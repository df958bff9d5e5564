package io.github.memoryleak.maven.judge;

/**
 * The outcome of the build.
 *
 * @param outcome what becomes of the build
 * @param message what the user is told; empty when the build simply goes on
 */
public record Decision(Outcome outcome, String message) {

  /** What becomes of the build. */
  public enum Outcome {
    /** It goes on. */
    GO_ON,
    /** It goes on, with a warning. */
    WARN,
    /** It fails: the code is at fault. */
    FAILURE,
    /** It stops: nothing can be said about the code. */
    ERROR
  }
}
