package io.github.memoryleak.maven.report;

import io.github.memoryleak.finding.Advice;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.report.Details;

/** A finding in a few words, for places that have little room. */
final class FindingWords {
  private FindingWords() {}

  /**
   * {@return two or three sentences: {@code com.acme.Session: +1 instance, +24 B per loop in
   * com.acme.CheckoutTest#pay, held by static com.acme.Sessions.ACTIVE. Remedy: ...}}
   */
  static String message(Finding finding) {
    StringBuilder text = new StringBuilder(Details.headline(finding));
    text.append(", in ").append(finding.subject());
    if (finding.holder() != null) {
      text.append(", held by ").append(finding.holder());
    }
    text.append('.');
    Advice advice = finding.advice();
    if (advice != null) {
      text.append(' ').append(advice.cause()).append(' ').append(advice.remedy());
    }
    return text.toString();
  }
}
