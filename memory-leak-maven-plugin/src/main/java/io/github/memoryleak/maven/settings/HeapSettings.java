package io.github.memoryleak.maven.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How heap dumps are read and shown.
 *
 * @param profiles the directory of stored profiles
 * @param top how many lines each table has
 * @param sampleIndex by what classes are ordered: {@code inuse_space} or {@code inuse_objects}
 * @param type a class pattern, or {@code null} for everything
 * @param isJson whether the result is JSON
 */
public record HeapSettings(
    Path profiles, int top, String sampleIndex, @Nullable String type, boolean isJson) {
  private static final List<String> ALLOCATED = List.of("alloc_space", "alloc_objects");

  /**
   * {@return the settings of a goal that compares: nothing is selected or ordered}
   *
   * @param profiles the directory of stored profiles
   * @param top {@code leak.top}
   * @param format {@code leak.format}
   * @throws UserError when a value makes no sense
   */
  public static HeapSettings of(Path profiles, String top, String format) {
    return of(profiles, top, format, "inuse_space", null);
  }

  /**
   * {@return the settings}
   *
   * @param profiles the directory of stored profiles
   * @param top {@code leak.top}
   * @param format {@code leak.format}
   * @param sampleIndex {@code leak.sampleIndex}
   * @param type {@code leak.type}, or {@code null}
   * @throws UserError when a value makes no sense
   */
  public static HeapSettings of(
      Path profiles, String top, String format, String sampleIndex, @Nullable String type) {
    return new HeapSettings(
        profiles, top(top), sampleIndex(sampleIndex.trim()), type(type), isJson(format));
  }

  /** {@return the options for the analysis} */
  public List<String> options() {
    List<String> options = new ArrayList<>();
    options.add("--top=" + top);
    options.add("--sample-index=" + sampleIndex);
    options.add("--format=" + (isJson ? "json" : "text"));
    if (type != null) {
      options.add("--type=" + type);
    }
    return options;
  }

  private static int top(String text) {
    int top = Quantities.count("leak.top", text);
    if (top == 0) {
      throw new UserError("leak.top must be at least 1, but is 0.");
    }
    return top;
  }

  private static String sampleIndex(String text) {
    if (ALLOCATED.contains(text)) {
      throw new UserError(
          "leak.sampleIndex is "
              + text
              + ", but a heap dump does not tell what was allocated: use inuse_space or"
              + " inuse_objects.");
    }
    if (!text.equals("inuse_space") && !text.equals("inuse_objects")) {
      throw new UserError(
          "leak.sampleIndex must be inuse_space or inuse_objects, but is '" + text + "'.");
    }
    return text;
  }

  private static @Nullable String type(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.trim();
  }

  /**
   * {@return whether the result is JSON}
   *
   * @param format {@code leak.format}
   * @throws UserError when there is no such form
   */
  public static boolean isJson(String format) {
    String text = format.trim();
    if (!text.equals("text") && !text.equals("json")) {
      throw new UserError("leak.format must be text or json, but is '" + text + "'.");
    }
    return text.equals("json");
  }
}
