package io.github.memoryleak.maven.recording;

import java.util.regex.Pattern;

/**
 * A frame of a stack.
 *
 * @param method class and method, for instance {@code com.acme.Cart.add}
 * @param file the source file; empty where it is not known
 * @param line the line; 0 or less where it is not known
 */
public record Frame(String method, String file, int line) {
  /** What code without lines has. */
  private static final int HIDDEN_LINE = 65_535;

  /** The JVM numbers lambdas anew in each run, which would make each of them new. */
  private static final Pattern LAMBDA = Pattern.compile("([$][$]Lambda)[$/+].*");

  /** {@return the frame as flame graphs have it} */
  String label() {
    return line > 0 && line < HIDDEN_LINE ? method + ":" + line : method;
  }

  /** A recording has no names of files; that of the outermost class is nearly always right. */
  static Frame of(String recorded, String method, int line) {
    String owner = LAMBDA.matcher(recorded).replaceFirst("$1");
    String simple = owner.substring(owner.lastIndexOf('.') + 1);
    int nested = simple.indexOf('$');
    String outer = nested > 0 ? simple.substring(0, nested) : simple;
    return new Frame(
        owner.isEmpty() ? method : owner + "." + method,
        outer.isEmpty() ? "" : outer + ".java",
        line);
  }

  /** {@return the frame as a stack trace has it} */
  public String text() {
    if (file.isEmpty()) {
      return method;
    }
    return method + "(" + file + (line > 0 ? ":" + line : "") + ")";
  }
}
