package io.github.memoryleak.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.memoryleak.finding.Status;
import io.github.memoryleak.report.AnyReport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
  private static final String PAGE =
      HtmlReport.of(
          SampleReport.of(SampleReport.leak(Status.NEW), SampleReport.leak(Status.BASELINE)),
          "shop");

  @Test
  void the_page_shows_the_leak_with_holder_path_site_cause_and_remedy() {
    assertThat(PAGE)
        .contains("<p class=\"verdict LEAK\">LEAK</p>")
        .contains(
            "<details open><summary><span class=\"kind\">HEAP</span> com.acme.Session: +1 instance, +24 B per loop</summary>")
        .contains("<dt>Held by</dt><dd><code>static com.acme.Sessions.ACTIVE</code></dd>")
        .contains(
            "<ol class=\"path\"><li><code>static com.acme.Sessions.ACTIVE</code></li><li><code>java.util.ArrayList</code></li>")
        .contains(
            "<dt>Created</dt><dd><pre>com.acme.Sessions.&lt;init&gt;(Sessions.java:12)</pre></dd>")
        .contains("<dt>Cause</dt><dd>It is never removed.</dd>")
        .contains("<dt>Remedy</dt><dd>Remove it.</dd>");
  }

  @Test
  void accepted_leaks_are_folded_under_their_own_title() {
    assertThat(PAGE).contains("<h2>Accepted by the baseline</h2>\n<details><summary>");
  }

  @Test
  void the_page_shows_subjects_problems_and_notes() {
    assertThat(PAGE)
        .contains(
            "<td class=\"INCONCLUSIVE\">INCONCLUSIVE</td><td class=\"name\">com.acme.SlowTest<br><small>it | grows</small></td>")
        .contains("<td class=\"number\">6.1%</td>")
        .contains("did not end in 10 min")
        .contains("<li>Unused suppression: type com.acme.&#42; (jane: old) covers nothing.</li>");
  }

  @Test
  void the_page_tells_whose_threads_are_not_judged() {
    assertThat(PAGE)
        .contains(
            "OpenJDK, G1, 42 s; not judged: 1 thread of the Flight Recorder, 6 of the JVM and the JDK</p>");
  }

  @Test
  void the_page_loads_nothing_and_has_no_script() {
    assertThat(PAGE)
        .contains("content=\"default-src 'none'; style-src 'unsafe-inline'\"")
        .doesNotContain("<script", "src=", "<link", "@import", "url(", "href=");
  }

  @Property(tries = 200)
  void nothing_in_a_report_becomes_markup(@ForAll long seed) {
    String page = HtmlReport.of(new AnyReport(seed).report(), "shop");
    assertThat(page).doesNotContain("<&>", "\u0000", "\u001b", "\ud83d ");
    assertThat(
            page.replaceAll("(?s)<style>.*</style>", "")
                .replaceAll("<!DOCTYPE[^>]*>|</?[a-z0-9]+( [a-z-]+(=\"[^\"]*\")?)*>", ""))
        .doesNotContain("<", ">");
  }
}
