package io.github.memoryleak.maven.recording;

/**
 * A frame of a stack.
 *
 * @param method class and method, for instance {@code com.acme.Cart.add}
 * @param file the source file; empty where it is not known
 * @param line the line; 0 or less where it is not known
 */
public record Frame(String method, String file, int line) {

  /** A recording has no names of files; that of the outermost class is nearly always right. */
  static Frame of(String owner, String method, int line) {
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
