package io.github.memoryleak.it;

import io.github.memoryleak.leakbench.Detector;
import io.github.memoryleak.leakbench.ModelRule;
import io.github.memoryleak.leakbench.OldObjectSamples;
import io.github.memoryleak.leakbench.TwoHistograms;
import java.util.List;

/**
 * A way to find leaks that ours is compared with.
 *
 * @param title what the table calls it
 * @param type its class, by name: not each is compiled in each build
 * @param classPath what it needs behind the class path of the case; may be empty
 */
record LeakBenchDetector(String title, String type, String classPath) {

  static List<LeakBenchDetector> others() {
    if (!Settings.leakbenchOthers()) {
      return List.of();
    }
    return List.of(
        new LeakBenchDetector("heap 20 % and 2 threads", ModelRule.class.getName(), ""),
        new LeakBenchDetector("two class histograms", TwoHistograms.class.getName(), ""),
        new LeakBenchDetector("JFR old-object samples", OldObjectSamples.class.getName(), ""),
        new LeakBenchDetector(
            "Shark 3.0-alpha-8 growth detector",
            Detector.class.getPackageName() + ".SharkGrowth",
            Settings.sharkClassPath()));
  }

  /** {@return the name of its class, without the package} */
  String simpleName() {
    return type.substring(type.lastIndexOf('.') + 1);
  }
}
