package io.github.memoryleak.census;

import io.github.memoryleak.names.JdkClasses;

/** Class names as the JVM prints them, made comparable and readable. */
public final class TypeNames {
  /** Before a number that only counts what a generator made. */
  private static final String[] COUNTED = {"$$Lambda$", "$Proxy", "Accessor", "LambdaForm$MH"};

  private TypeNames() {}

  /**
   * Makes the names of generated classes equal: the {@code /0x...} of a hidden class goes, and the
   * number that the JDK gives to lambdas, proxies and accessors.
   *
   * @param chars holds the name from index 0
   * @param length the length of the name
   * @return how many of the characters are the name to count under
   */
  static int normalisedLength(char[] chars, int length) {
    int end = withoutHiddenSuffix(chars, length);
    int digits = end;
    while (digits > 0 && chars[digits - 1] >= '0' && chars[digits - 1] <= '9') {
      digits--;
    }
    if (digits < end) {
      for (String prefix : COUNTED) {
        if (endsWith(chars, digits, prefix)) {
          return prefix.endsWith("Lambda$") ? digits - 1 : digits;
        }
      }
    }
    return end;
  }

  /**
   * {@return the name as it stands in source code: {@code byte[]} for {@code [B}}
   *
   * @param name a class name as {@link Class#getName()} gives it
   */
  public static String display(String name) {
    int dimensions = 0;
    while (dimensions < name.length() && name.charAt(dimensions) == '[') {
      dimensions++;
    }
    if (dimensions == 0) {
      return name;
    }
    return element(name.substring(dimensions)) + "[]".repeat(dimensions);
  }

  /**
   * {@return the name as a census has it: in source form, without the numbers of generated classes}
   *
   * @param name a class name as {@link Class#getName()} gives it
   */
  public static String normalised(String name) {
    char[] chars = name.toCharArray();
    return display(new String(chars, 0, normalisedLength(chars, chars.length)));
  }

  /**
   * {@return the name as {@link Class#getName()} gives it}
   *
   * @param display a name as {@link #display} gives it
   */
  public static String binary(String display) {
    int array = display.indexOf("[]");
    if (array < 0) {
      return display;
    }
    String element = display.substring(0, array);
    String code =
        switch (element) {
          case "boolean" -> "Z";
          case "byte" -> "B";
          case "char" -> "C";
          case "short" -> "S";
          case "int" -> "I";
          case "long" -> "J";
          case "float" -> "F";
          case "double" -> "D";
          default -> "L" + element + ";";
        };
    return "[".repeat((display.length() - array) / 2) + code;
  }

  /**
   * {@return whether the class, or the element class of the array, belongs to the JDK}
   *
   * @param display a name as {@link #display} gives it
   */
  public static boolean isJdk(String display) {
    return display.indexOf('.') < 0 ? isPrimitive(display) : JdkClasses.contains(display);
  }

  /**
   * {@return whether the class was generated for a lambda or by the JDK's method handles}
   *
   * @param display a name as {@link #display} gives it
   */
  public static boolean isGenerated(String display) {
    return display.contains("$$Lambda") || display.contains("LambdaForm$");
  }

  private static boolean isPrimitive(String display) {
    int array = display.indexOf('[');
    String element = array < 0 ? display : display.substring(0, array);
    return array > 0
        && switch (element) {
          case "boolean", "byte", "char", "short", "int", "long", "float", "double" -> true;
          default -> false;
        };
  }

  private static String element(String descriptor) {
    return switch (descriptor) {
      case "Z" -> "boolean";
      case "B" -> "byte";
      case "C" -> "char";
      case "S" -> "short";
      case "I" -> "int";
      case "J" -> "long";
      case "F" -> "float";
      case "D" -> "double";
      default ->
          descriptor.endsWith(";")
              ? descriptor.substring(1, descriptor.length() - 1)
              : descriptor.substring(1);
    };
  }

  private static int withoutHiddenSuffix(char[] chars, int length) {
    for (int i = 1; i + 2 < length; i++) {
      if ((chars[i] == '/' || chars[i] == '+') && chars[i + 1] == '0' && chars[i + 2] == 'x') {
        return i;
      }
    }
    return length;
  }

  private static boolean endsWith(char[] chars, int length, String suffix) {
    int from = length - suffix.length();
    for (int i = 0; from >= 0 && i < suffix.length(); i++) {
      if (chars[from + i] != suffix.charAt(i)) {
        return false;
      }
    }
    return from >= 0;
  }
}
