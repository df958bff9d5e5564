package io.github.memoryleak.maven.watch;

import io.github.memoryleak.maven.watch.WatchSample.ClassCount;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of {@code jcmd <pid> GC.class_histogram}, the classes with most bytes first. */
final class ClassHistogram {
  private static final Pattern ROW =
      Pattern.compile("\\s*[0-9]+:\\s+([0-9]+)\\s+([0-9]+)\\s+(\\S+)(?:\\s.*)?");

  /** A line of the file has so many classes at most; what grows for hours gets among them. */
  private static final int MAX_CLASSES = 1000;

  /** Hidden classes have names that change: {@code Cart$$Lambda/0x00007f}, {@code $$Lambda$14}. */
  private static final Pattern HIDDEN =
      Pattern.compile("(/0x[0-9a-f]+|(?<=\\$\\$Lambda)\\$[0-9]+).*");

  private ClassHistogram() {}

  static Map<String, ClassCount> parse(String text) {
    Map<String, ClassCount> classes = new HashMap<>();
    for (String line : (Iterable<String>) text.lines()::iterator) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        ClassCount count =
            new ClassCount(Long.parseLong(row.group(1)), Long.parseLong(row.group(2)));
        classes.merge(name(row.group(3)), count, ClassHistogram::sum);
      }
      if (classes.size() == MAX_CLASSES) {
        break;
      }
    }
    return classes;
  }

  private static ClassCount sum(ClassCount a, ClassCount b) {
    return new ClassCount(a.instances() + b.instances(), a.bytes() + b.bytes());
  }

  /** {@return the name as in source: {@code byte[]} of {@code [B}} */
  private static String name(String name) {
    int dimensions = name.lastIndexOf('[') + 1;
    String element = HIDDEN.matcher(name.substring(dimensions)).replaceFirst("");
    return (dimensions == 0 ? element : element(element)) + "[]".repeat(dimensions);
  }

  private static String element(String code) {
    return switch (code.charAt(0)) {
      case 'B' -> "byte";
      case 'C' -> "char";
      case 'D' -> "double";
      case 'F' -> "float";
      case 'I' -> "int";
      case 'J' -> "long";
      case 'S' -> "short";
      case 'Z' -> "boolean";
      default -> code.substring(1).replace(";", "");
    };
  }
}
