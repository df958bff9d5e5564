package io.github.memoryleak.maven.report;

import io.github.memoryleak.finding.Advice;
import io.github.memoryleak.finding.Finding;
import io.github.memoryleak.finding.GrowingType;
import io.github.memoryleak.finding.State;
import io.github.memoryleak.finding.ThreadTrace;
import io.github.memoryleak.report.Details;
import io.github.memoryleak.report.Units;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One leak of the page. */
final class HtmlFinding {
  private static final int MAX_STACKS = 5;

  private final StringBuilder out = new StringBuilder();

  private HtmlFinding() {}

  static String of(Finding finding, boolean open) {
    HtmlFinding html = new HtmlFinding();
    html.out.append("<details").append(open ? " open" : "").append("><summary>");
    html.out.append("<span class=\"kind\">").append(finding.kind()).append("</span> ");
    html.out.append(text(Details.headline(finding))).append("</summary>\n<dl>\n");
    html.body(finding);
    return html.out.append("</dl></details>\n").toString();
  }

  private void body(Finding finding) {
    item("Shown by", code(finding.subject()));
    @Nullable String holder = finding.holder();
    item("Held by", holder == null ? "" : code(holder));
    item("Path", steps(finding.path()));
    item("Created", lines(finding.site()));
    advice(finding.advice());
    item("Retains", retained(finding));
    item("Grows", types(finding.growing()));
    item("Threads", threads(finding.threads()));
    item(
        "Closed", finding.state() == State.UNCLOSED ? "never; only the collector would do it" : "");
    item("Owner", owner(finding));
    item("Fingerprint", code(finding.fingerprint()));
  }

  private void item(String name, String html) {
    if (!html.isEmpty()) {
      out.append("<dt>").append(name).append("</dt><dd>").append(html).append("</dd>\n");
    }
  }

  private static String owner(Finding finding) {
    @Nullable String library = finding.library();
    String owner = finding.owner().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return library == null ? owner : owner + " " + code(library);
  }

  private void advice(@Nullable Advice advice) {
    if (advice == null) {
      return;
    }
    item("Cause", text(advice.cause()));
    item("Remedy", text(advice.remedy()));
    @Nullable String reference = advice.reference();
    item("See", reference == null ? "" : link(reference));
  }

  /** Only addresses of the web: a file of known leaks must not bring in a script. */
  private static String link(String address) {
    boolean web = address.startsWith("https://") || address.startsWith("http://");
    return web
        ? "<a href=\"%s\" rel=\"noreferrer\">%s</a>".formatted(text(address), text(address))
        : text(address);
  }

  private static String retained(Finding finding) {
    Long all = finding.retainedBytes();
    Long perLoop = finding.retainedBytesPerLoop();
    String each = perLoop == null ? "" : Units.bytes(perLoop) + " per loop, ";
    return all == null ? "" : each + Units.bytes(all) + " in all";
  }

  private static String steps(List<String> path) {
    return path.isEmpty()
        ? ""
        : path.stream()
            .map(step -> "<li>" + code(step) + "</li>")
            .collect(Collectors.joining("", "<ol class=\"path\">", "</ol>"));
  }

  private static String lines(List<String> stack) {
    return stack.isEmpty() ? "" : "<pre>" + text(String.join("\n", stack)) + "</pre>";
  }

  private static String types(List<GrowingType> types) {
    return types.size() < 2
        ? ""
        : types.stream()
            .map(HtmlFinding::row)
            .collect(Collectors.joining("", "<table class=\"types\"><tbody>", "</tbody></table>"));
  }

  private static String row(GrowingType type) {
    return "<tr><td class=\"number\">%s</td><td class=\"number\">%s</td><td>%s</td></tr>"
        .formatted(
            Units.signed(type.countPerLoop()),
            Units.signedBytes(type.bytesPerLoop()),
            code(type.type()));
  }

  /** Threads that stand at the same place share one stack. */
  private static String threads(List<ThreadTrace> threads) {
    Map<List<String>, List<ThreadTrace>> places =
        threads.stream()
            .collect(
                Collectors.groupingBy(ThreadTrace::stack, LinkedHashMap::new, Collectors.toList()));
    return places.entrySet().stream()
        .limit(MAX_STACKS)
        .map(place -> names(place.getValue()) + lines(place.getKey()))
        .collect(Collectors.joining());
  }

  private static String names(List<ThreadTrace> threads) {
    ThreadTrace first = threads.get(0);
    String others = threads.size() == 1 ? "" : " and " + (threads.size() - 1) + " more";
    return text('"' + first.name() + '"' + others + " " + first.state());
  }

  private static String code(String text) {
    return "<code>" + text(text) + "</code>";
  }

  private static String text(String text) {
    return HtmlText.escaped(text);
  }
}
