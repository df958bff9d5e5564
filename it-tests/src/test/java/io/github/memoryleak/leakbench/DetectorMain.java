package io.github.memoryleak.leakbench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lets one detector watch the scenario that is on the class path. */
public final class DetectorMain {
  private static final String SCENARIO = "Scenario";

  private DetectorMain() {}

  /**
   * Writes {@code leak} and what was named, one a line, each behind its sort and a tab.
   *
   * @param args the class of the detector, the operations of a loop, a regular expression for the
   *     type, and the file to write
   */
  public static void main(String[] args) throws Exception {
    Detector detector = (Detector) Class.forName(args[0]).getConstructor().newInstance();
    Runnable scenario = (Runnable) Class.forName(SCENARIO).getConstructor().newInstance();
    int operations = Integer.parseInt(args[1]);
    Detector.Loop loop =
        () -> {
          for (int i = 0; i < operations; i++) {
            scenario.run();
          }
        };
    Sighting sighting = detector.watch(loop, args[2]);
    List<String> lines = new ArrayList<>(List.of("leak\t" + sighting.leak()));
    sighting.types().forEach(text -> lines.add("type\t" + text));
    sighting.holders().forEach(text -> lines.add("holder\t" + text));
    sighting.sites().forEach(text -> lines.add("site\t" + text));
    Files.write(Path.of(args[3]), lines, StandardCharsets.UTF_8);
    // Threads of the scenario may go on for ever.
    Runtime.getRuntime().halt(0);
  }
}
