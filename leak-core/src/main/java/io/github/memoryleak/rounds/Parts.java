package io.github.memoryleak.rounds;

import io.github.memoryleak.census.LoadedClasses;
import io.github.memoryleak.census.Meter;
import io.github.memoryleak.census.OpenFiles;
import io.github.memoryleak.rounds.Measurement.Outcome;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is counted without a name gets one: the operation runs twice more, and what is open or
 * loaded then and was not before is told.
 *
 * @param outcome how the measurement ended
 * @param growing what grew
 */
record Parts(Outcome outcome, List<Growing> growing) {
  private static final int LOOPS = 2;

  /**
   * Names, one for each file or class.
   *
   * @param files what was opened
   * @param classes what was loaded
   */
  record Named(List<String> files, List<String> classes) {}

  Named of(Operation operation) throws Exception {
    boolean files = leaks(Parts::isFile);
    boolean classes = leaks(g -> ClassTypes.isClass(g.type()));
    if (!files && !classes) {
      return new Named(List.of(), List.of());
    }
    List<String> open = files ? OpenFiles.links() : List.of();
    List<String> loaded = classes ? LoadedClasses.names() : List.of();
    for (int i = 0; i < LOOPS; i++) {
      operation.run();
    }
    return new Named(
        files ? OpenFiles.openedSince(open) : List.of(),
        classes ? LoadedClasses.loadedSince(loaded) : List.of());
  }

  private boolean leaks(Predicate<Growing> which) {
    return outcome == Outcome.LEAKING && growing.stream().anyMatch(which);
  }

  private static boolean isFile(Growing growing) {
    return growing.meter() == Meter.FILE_DESCRIPTOR || growing.meter() == Meter.UNCLOSED_FILE;
  }
}
