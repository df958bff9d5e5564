package io.github.memoryleak.maven.report;

import java.io.IOException;

/** A stored report that is not what it should be; the message names the file and the place. */
public final class InvalidReportException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param message a sentence that names the file and what is wrong in it
   */
  InvalidReportException(String message) {
    super(message);
  }
}
