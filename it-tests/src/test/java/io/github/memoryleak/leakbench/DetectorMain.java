package io.github.memoryleak.leakbench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lets one detector watch the scenario that is on the class path, or the tests of a project. */
public final class DetectorMain {
  private static final String SCENARIO = "Scenario";

  private static final int TESTS = 4;

  /** Keeps the scenario in a static, as a test class would. */
  private static final List<Runnable> SCENARIOS = new ArrayList<>();

  private DetectorMain() {}

  /**
   * Writes {@code leak} and what was named, one a line, each behind its sort and a tab.
   *
   * @param args the class of the detector, the operations of a loop, a regular expression for the
   *     type, the file to write, and for tests in place of a scenario the folder of their classes
   */
  public static void main(String[] args) throws Exception {
    Detector detector = (Detector) Class.forName(args[0]).getConstructor().newInstance();
    Detector.Loop loop =
        args.length > TESTS ? TestsLoop.of(Path.of(args[TESTS])) : scenario(args[1]);
    Sighting sighting = detector.watch(loop, args[2]);
    List<String> lines = new ArrayList<>(List.of("leak\t" + sighting.leak()));
    sighting.types().forEach(text -> lines.add("type\t" + text));
    sighting.holders().forEach(text -> lines.add("holder\t" + text));
    sighting.sites().forEach(text -> lines.add("site\t" + text));
    Files.write(Path.of(args[3]), lines, StandardCharsets.UTF_8);
    // Threads of the scenario may go on for ever.
    Runtime.getRuntime().halt(0);
  }

  private static Detector.Loop scenario(String operations) throws ReflectiveOperationException {
    Runnable scenario = (Runnable) Class.forName(SCENARIO).getConstructor().newInstance();
    SCENARIOS.add(scenario);
    int times = Integer.parseInt(operations);
    return () -> {
      for (int i = 0; i < times; i++) {
        scenario.run();
      }
    };
  }
}
