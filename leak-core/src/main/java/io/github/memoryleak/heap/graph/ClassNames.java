package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.FieldType;
import org.jspecify.annotations.Nullable;

/** Turns the names of the file into those of the source. */
final class ClassNames {
  private ClassNames() {}

  /**
   * {@return {@code java.lang.String[]} for {@code [Ljava/lang/String;}, and so on}
   *
   * @param internal the name in the file
   */
  static String source(String internal) {
    int dimensions = 0;
    while (dimensions < internal.length() && internal.charAt(dimensions) == '[') {
      dimensions++;
    }
    String element = internal.substring(dimensions);
    if (dimensions > 0) {
      element = element(element.isEmpty() ? ' ' : element.charAt(0), element);
    }
    return dots(element) + "[]".repeat(dimensions);
  }

  /** The slash of a hidden class's suffix stays: {@code Foo$$Lambda/0x00007f}. */
  private static String dots(String name) {
    int hidden = name.indexOf("/0x");
    return hidden < 0
        ? name.replace('/', '.')
        : name.substring(0, hidden).replace('/', '.') + name.substring(hidden);
  }

  private static String element(char code, String descriptor) {
    return switch (code) {
      case 'Z' -> "boolean";
      case 'C' -> "char";
      case 'F' -> "float";
      case 'D' -> "double";
      case 'B' -> "byte";
      case 'S' -> "short";
      case 'I' -> "int";
      case 'J' -> "long";
      case 'L' -> descriptor.substring(1, Math.max(1, descriptor.length() - 1));
      default -> descriptor;
    };
  }

  /** {@return what an array of a class of this name holds; null when it is no array} */
  static @Nullable FieldType element(String name) {
    if (!name.endsWith("[]")) {
      return null;
    }
    String element = name.substring(0, name.length() - 2);
    for (FieldType type : FieldType.values()) {
      if (type != FieldType.OBJECT && type.javaName().equals(element)) {
        return type;
      }
    }
    return FieldType.OBJECT;
  }

  /** {@return whether the JVM may unload the class although its loader lives on} */
  static boolean isHidden(String name) {
    return name.contains("/0x") || name.contains("+0x");
  }
}
