package io.github.memoryleak.maven.http;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A page, ready to be sent.
 *
 * @param title what the links to it say
 * @param html the whole page
 */
public record Page(String title, byte[] html) {

  /**
   * {@return a page of text}
   *
   * @param title its title
   * @param lines the text
   * @param links titles and addresses of all pages, in turns
   */
  public static Page ofText(String title, List<String> lines, List<Link> links) {
    StringBuilder html = new StringBuilder();
    html.append("<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>")
        .append(escaped(title))
        .append("</title><meta name=\"viewport\" content=\"width=device-width\">")
        .append("<style>:root{color-scheme:light dark}body{font:14px/1.45 system-ui,sans-serif;")
        .append("margin:1.5em 2em}pre{font:13px/1.4 ui-monospace,monospace;overflow-x:auto}")
        .append("nav a{margin-right:1.5em}</style><nav>");
    links.forEach(
        link ->
            html.append("<a href=\"")
                .append(link.name())
                .append("\">")
                .append(escaped(link.title()))
                .append("</a>"));
    html.append("</nav><main><h1>").append(escaped(title)).append("</h1><pre>");
    lines.forEach(line -> html.append(escaped(line)).append('\n'));
    html.append("</pre></main></html>\n");
    return new Page(title, html.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A link.
   *
   * @param name the last part of the address
   * @param title what it says
   */
  public record Link(String name, String title) {}

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
