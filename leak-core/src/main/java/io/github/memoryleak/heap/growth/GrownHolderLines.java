package io.github.memoryleak.heap.growth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holders as lines of text, for the process that asked for them: a key, a tab, a value; a holder
 * ends with the line {@code end}. Line ends and backslashes within a value are escaped.
 */
public final class GrownHolderLines {
  private GrownHolderLines() {}

  /**
   * {@return the lines of one holder}
   *
   * @param holder what grew
   */
  public static List<String> of(GrownHolder holder) {
    List<String> lines = new ArrayList<>();
    lines.add(line("holder", holder.holder()));
    holder.path().forEach(step -> lines.add(line("path", step)));
    lines.add(line("type", holder.type()));
    holder.objectGrowth().forEach(n -> lines.add(line("objectGrowth", n)));
    lines.add(line("shallowGrowth", holder.shallowGrowth()));
    lines.add(line("retained", holder.retained()));
    lines.add(line("objects", holder.objects()));
    holder.typeGrowth().forEach((type, n) -> lines.add(line("typeGrowth", n + " " + type)));
    holder.alsoHeldBy().forEach(other -> lines.add(line("alsoHeldBy", other)));
    lines.add(line("soft", holder.soft()));
    holder
        .bounds()
        .forEach(b -> lines.add(line("bound", b.sign() + " " + b.limit() + " " + b.place())));
    lines.add("end");
    return lines;
  }

  /**
   * {@return the holders}
   *
   * @param lines as from {@link #of}; others are passed over
   */
  public static List<GrownHolder> parse(List<String> lines) {
    List<GrownHolder> holders = new ArrayList<>();
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (String line : lines) {
      int tab = line.indexOf('\t');
      if (tab > 0) {
        fields
            .computeIfAbsent(line.substring(0, tab), k -> new ArrayList<>())
            .add(unescape(line.substring(tab + 1)));
      } else if (line.equals("end")) {
        holders.add(holder(fields));
        fields.clear();
      }
    }
    return holders;
  }

  private static GrownHolder holder(Map<String, List<String>> fields) {
    Map<String, Long> types = new LinkedHashMap<>();
    for (String entry : all(fields, "typeGrowth")) {
      int blank = entry.indexOf(' ');
      types.put(entry.substring(blank + 1), Long.parseLong(entry.substring(0, blank)));
    }
    return new GrownHolder(
        one(fields, "holder"),
        all(fields, "path"),
        one(fields, "type"),
        all(fields, "objectGrowth").stream().map(Long::valueOf).toList(),
        Long.parseLong(one(fields, "shallowGrowth")),
        Long.parseLong(one(fields, "retained")),
        Long.parseLong(one(fields, "objects")),
        types,
        all(fields, "alsoHeldBy"),
        Boolean.parseBoolean(one(fields, "soft")),
        all(fields, "bound").stream().map(GrownHolderLines::bound).toList());
  }

  private static Bound bound(String text) {
    String[] parts = text.split(" ", 3);
    return new Bound(Bound.Sign.valueOf(parts[0]), parts[2], Long.parseLong(parts[1]));
  }

  private static List<String> all(Map<String, List<String>> fields, String key) {
    return fields.getOrDefault(key, List.of());
  }

  private static String one(Map<String, List<String>> fields, String key) {
    List<String> values = all(fields, key);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a holder without '" + key + "'");
    }
    return values.get(0);
  }

  private static String line(String key, Object value) {
    return key
        + "\t"
        + value.toString().replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String unescape(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        char next = text.charAt(++i);
        plain.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next);
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
