package io.github.memoryleak.finding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Leaks of libraries, of test infrastructure and by registries of the JDK whose cause and remedy
 * are known. The form of a file is told at the top of {@code known-leaks.txt}, which is in the jar:
 * entries of {@code name: value} lines, with an empty line between two entries, and comments that
 * begin with {@code #}.
 */
public final class KnownLeaks {
  /** Nothing is known. */
  public static final KnownLeaks NONE = new KnownLeaks(List.of());

  private static final String CAUSE = "cause";
  private static final String REMEDY = "remedy";
  private static final String SEE = "see";

  private final List<KnownLeak> leaks;

  private KnownLeaks(List<KnownLeak> leaks) {
    this.leaks = List.copyOf(leaks);
  }

  /** {@return those that this project knows} */
  public static KnownLeaks bundled() {
    try (InputStream in = KnownLeaks.class.getResourceAsStream("known-leaks.txt")) {
      if (in == null) {
        throw new IllegalStateException("known-leaks.txt is not in the jar");
      }
      return read("known-leaks.txt", new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a file of known leaks.
   *
   * @param name the file's name, for errors
   * @param reader the file
   * @return its entries
   * @throws IOException when it cannot be read
   * @throws IllegalArgumentException when it has another form; the message tells the line
   */
  public static KnownLeaks read(String name, Reader reader) throws IOException {
    List<KnownLeak> leaks = new ArrayList<>();
    Map<String, String> entry = new LinkedHashMap<>();
    BufferedReader lines = new BufferedReader(reader);
    int number = 0;
    @Nullable String line;
    do {
      line = lines.readLine();
      number++;
      String text = line == null ? "" : line.strip();
      if (text.isEmpty() && !entry.isEmpty()) {
        leaks.add(leak(name, number - 1, entry));
        entry.clear();
      } else if (!text.isEmpty() && !text.startsWith("#")) {
        add(entry, text, name, number);
      }
    } while (line != null);
    return new KnownLeaks(leaks);
  }

  private static void add(Map<String, String> entry, String text, String file, int number) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    boolean known = KnownLeak.PATTERNS.contains(name) || List.of(CAUSE, REMEDY, SEE).contains(name);
    if (colon < 0 || !known) {
      throw wrong(
          file,
          number,
          "should begin with kind:, type:, holder:, path:, site:, stack:, cause:, remedy: or see:");
    }
    if (entry.put(name, text.substring(colon + 1).strip()) != null) {
      throw wrong(file, number, "is the second '" + name + "' of its entry");
    }
  }

  private static KnownLeak leak(String file, int number, Map<String, String> entry) {
    Map<String, Glob> patterns = new LinkedHashMap<>();
    entry.forEach(
        (name, value) -> {
          if (KnownLeak.PATTERNS.contains(name)) {
            patterns.put(name, new Glob(value));
          }
        });
    String cause = entry.get(CAUSE);
    String remedy = entry.get(REMEDY);
    if (patterns.isEmpty() || cause == null || remedy == null) {
      throw wrong(file, number, "ends an entry that lacks a pattern, its cause or its remedy");
    }
    return new KnownLeak(patterns, new Advice(cause, remedy, entry.get(SEE)));
  }

  private static IllegalArgumentException wrong(String file, int number, String problem) {
    return new IllegalArgumentException(file + ", line " + number + " " + problem);
  }

  /**
   * {@return the finding, with what is known of such a leak}
   *
   * @param finding the finding
   */
  public Finding advise(Finding finding) {
    return leaks.stream()
        .filter(leak -> leak.fits(finding))
        .findFirst()
        .map(leak -> finding.toBuilder().advice(leak.advice()).build())
        .orElse(finding);
  }
}
