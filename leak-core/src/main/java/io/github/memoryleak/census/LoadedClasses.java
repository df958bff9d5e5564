package io.github.memoryleak.census;

import io.github.memoryleak.names.NamePattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;

/**
 * The names of the classes that this JVM has loaded, as its command {@code VM.class_hierarchy}
 * lists them.
 */
public final class LoadedClasses {
  /** {@code | |--com.acme.Script7/0x00007f28c40d8a50 (intf)}. */
  private static final Pattern LINE = Pattern.compile("(?m)^[| -]*([^\\s/+|-][^\\s/+]*)[/+]");

  private LoadedClasses() {}

  /** {@return the names, each number in them as {@code %d}; empty where the JVM does not tell} */
  public static List<String> names() {
    try {
      return parse(DiagnosticCommand.withArguments("vmClassHierarchy").run());
    } catch (JMException e) {
      return List.of();
    }
  }

  /**
   * {@return the classes that are loaded now and were not before}
   *
   * @param before what {@link #names()} returned before
   */
  public static List<String> loadedSince(List<String> before) {
    Map<String, Integer> left = new HashMap<>();
    before.forEach(name -> left.merge(name, 1, Integer::sum));
    return names().stream().filter(name -> left.merge(name, -1, Integer::sum) < 0).toList();
  }

  static List<String> parse(String text) {
    List<String> names = new ArrayList<>();
    Matcher line = LINE.matcher(text);
    while (line.find()) {
      names.add(NamePattern.of(TypeNames.normalised(line.group(1))));
    }
    return names;
  }
}
