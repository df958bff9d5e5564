package io.github.memoryleak.heap;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be done with heap dumps. */
enum HeapCommand {
  /** Everything about one dump. */
  ANALYZE(1, 1, "<dump>", "suspects, classes, biggest objects, threads, waste"),
  /** Only the classes. */
  HISTOGRAM(1, 1, "<dump>", "objects and bytes by class; fast, in little memory"),
  /** Only the biggest objects. */
  DOMINATORS(1, 1, "<dump>", "the objects that keep most alive"),
  /** One class. */
  PATHS(1, 1, "<dump> --type <class>", "the instances of a class, and the paths to them"),
  /** Several dumps. */
  COMPARE(2, Integer.MAX_VALUE, "<base> <current>...", "what grew, and who holds it"),
  /** A dump to give away. */
  REDACT(2, 2, "<dump> <copy>", "copies a dump with zeros for all texts and numbers");

  private final int fewest;
  private final int most;
  private final String arguments;
  private final String purpose;

  HeapCommand(int fewest, int most, String arguments, String purpose) {
    this.fewest = fewest;
    this.most = most;
    this.arguments = arguments;
    this.purpose = purpose;
  }

  static Optional<HeapCommand> named(String name) {
    return Arrays.stream(values()).filter(c -> c.text().equals(name)).findFirst();
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean takes(int files) {
    return files >= fewest && files <= most;
  }

  String arguments() {
    return arguments;
  }

  String purpose() {
    return purpose;
  }
}
